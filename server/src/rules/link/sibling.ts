import { urlOfAddress } from '../../wiki/pageUrl.ts';
import { firstLine } from '../frontmatter/entries.ts';
import type { Rule } from '../rule.ts';
import { linkOf, linksWith, placeOfLink } from './diagnosis.ts';
import { linkToPage } from './linkFixes.ts';

export const sibling: Rule = {
  code: 'link/sibling',
  severity: 'error',
  summary: 'A relative link that works in the folder is dead on the site.',
  explanation: `Wiki.js resolves a relative link *below* the page it stands on, not beside it: on the page \`/care/tank\` the link
\`water\` leads to \`/care/tank/water\`. That the file \`water.md\` lies beside \`tank.md\`, and that other viewers find it,
does not help. An absolute path works everywhere.`,
  example: {
    wrong:
      '--- /care/tank.md\n---\ntitle: Tank\n---\n\n[Water](water)\n--- /care/water.md\n---\ntitle: Water\n---\n\nCool.\n',
    right:
      '--- /care/tank.md\n---\ntitle: Tank\n---\n\n[Water](/care/water)\n--- /care/water.md\n---\ntitle: Water\n---\n\nCool.\n',
  },
  check(page, wiki, report) {
    const { site } = wiki.settings;
    for (const { link, target, meant } of linksWith('link/sibling', page, wiki)) {
      const dead = urlOfAddress(target, site);
      // With `../` the browser resolves the link: to a place above the page, not below it.
      const where = target.path.startsWith(`${page.address.path}/`) ? ', below its own page' : '';
      report({
        range: placeOfLink(link),
        target: dead,
        message: `On the site this leads to ${dead}${where}, which does not exist. The page beside it is ${urlOfAddress(meant.address, site)}.`,
        related: [{ file: meant.file, range: firstLine(meant), message: 'The page beside it' }],
      });
    }
  },
  fixes(problem, context) {
    const found = linkOf('link/sibling', problem, context.page, context.wiki);
    return found === undefined ? [] : [linkToPage(found.link, found.meant, context, { preferred: true, safe: true })];
  },
};
