import { urlOfAddress } from '../../wiki/pageUrl.ts';
import { firstLine } from '../frontmatter/entries.ts';
import type { Rule } from '../rule.ts';
import { linkOf, linksWith, placeOfLink } from './diagnosis.ts';
import { linkToPage } from './linkFixes.ts';

export const wrongLocale: Rule = {
  code: 'link/wrong-locale',
  severity: 'error',
  summary: 'The page exists, but in another locale.',
  explanation: `A link without a locale leads to the site's own locale, or, where URLs carry locales (\`site.namespacing\`), to that of
the page it stands on. A page of another locale needs its locale in the link: \`/de/wasser\`.`,
  example: {
    wrong:
      '--- /home.md\n---\ntitle: Home\n---\n\n[Water](/wasser)\n--- /de/wasser.md\n---\ntitle: Wasser\n---\n\nKühl.\n--- /de/home.md\n---\ntitle: Start\n---\n\nHallo.\n',
    right:
      '--- /home.md\n---\ntitle: Home\n---\n\n[Water](/de/wasser)\n--- /de/wasser.md\n---\ntitle: Wasser\n---\n\nKühl.\n--- /de/home.md\n---\ntitle: Start\n---\n\nHallo.\n',
  },
  check(page, wiki, report) {
    const { site } = wiki.settings;
    for (const { link, target, meant } of linksWith('link/wrong-locale', page, wiki)) {
      const places = meant.map(({ address }) => urlOfAddress(address, site)).join(' and ');
      report({
        range: placeOfLink(link),
        target: urlOfAddress(target, site),
        message: `There is no page '${target.path}' in '${target.locale}', only ${places}.`,
        related: meant.map((other) => ({
          file: other.file,
          range: firstLine(other),
          message: `The page in '${other.address.locale}'`,
        })),
      });
    }
  },
  fixes(problem, context) {
    const found = linkOf('link/wrong-locale', problem, context.page, context.wiki);
    if (found === undefined) return [];
    return found.meant.map((page, index) => linkToPage(found.link, page, context, { preferred: index === 0 }));
  },
};
