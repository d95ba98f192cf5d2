import { urlOfAddress } from '../../wiki/pageUrl.ts';
import { firstLine } from '../frontmatter/entries.ts';
import type { Rule } from '../rule.ts';
import { linkOf, linksWith, placeOfLink } from './diagnosis.ts';
import { linkToPage } from './linkFixes.ts';

export const linkCase: Rule = {
  code: 'link/case',
  severity: 'error',
  summary: 'The link differs from a page only in capital letters.',
  explanation: `Paths are compared letter by letter: \`/Water\` and \`/water\` are two pages to Wiki.js, and a link to one does not
find the other.`,
  example: {
    wrong: '--- /home.md\n---\ntitle: Home\n---\n\n[Water](/Water)\n--- /water.md\n---\ntitle: Water\n---\n\nCool.\n',
    right: '--- /home.md\n---\ntitle: Home\n---\n\n[Water](/water)\n--- /water.md\n---\ntitle: Water\n---\n\nCool.\n',
  },
  check(page, wiki, report) {
    for (const { link, meant } of linksWith('link/case', page, wiki)) {
      const path = urlOfAddress(meant.address, wiki.settings.site);
      report({
        range: placeOfLink(link),
        target: path,
        message: `There is no such page, because letter case counts: the page is ${path}.`,
        related: [{ file: meant.file, range: firstLine(meant), message: 'The page that is meant' }],
      });
    }
  },
  fixes(problem, context) {
    const found = linkOf('link/case', problem, context.page, context.wiki);
    return found === undefined ? [] : [linkToPage(found.link, found.meant, context, { preferred: true, safe: true })];
  },
};
