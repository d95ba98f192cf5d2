import { urlOfAddress } from '../../wiki/pageUrl.ts';
import type { Rule } from '../rule.ts';
import { linkOf, linksWith, placeOfLink } from './diagnosis.ts';
import { linkToPage } from './linkFixes.ts';

export const extension: Rule = {
  code: 'link/extension',
  severity: 'information',
  summary: 'A link to a page names its file.',
  explanation: `A link with a dot in it is one to a file for Wiki.js. \`/care/water.md\` does open the page, because the server drops the
extension, but Wiki.js does not follow what becomes of the page: it never shows the link as broken, and does not count it
among the links to that page. The path alone is a link that it knows.`,
  example: {
    wrong:
      '--- /home.md\n---\ntitle: Home\n---\n\n[Water](/water.md)\n--- /water.md\n---\ntitle: Water\n---\n\nCool.\n',
    right: '--- /home.md\n---\ntitle: Home\n---\n\n[Water](/water)\n--- /water.md\n---\ntitle: Water\n---\n\nCool.\n',
  },
  check(page, wiki, report) {
    for (const { link, on } of linksWith('link/extension', page, wiki)) {
      const path = urlOfAddress(on.address, wiki.settings.site);
      report({
        range: placeOfLink(link),
        target: path,
        message: `This opens the page, but Wiki.js takes it for a link to a file and does not keep track of it. Write ${path}.`,
      });
    }
  },
  fixes(problem, context) {
    const found = linkOf('link/extension', problem, context.page, context.wiki);
    return found === undefined ? [] : [linkToPage(found.link, found.on, context, { preferred: true, safe: true })];
  },
};
