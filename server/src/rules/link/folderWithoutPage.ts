import { createPage } from '../../edits/createPage.ts';
import { planOf } from '../../edits/plan.ts';
import { urlOfAddress } from '../../wiki/pageUrl.ts';
import type { Rule } from '../rule.ts';
import { linkOf, linksWith, placeOfLink } from './diagnosis.ts';
import { linkToPage, withoutLink } from './linkFixes.ts';

export const folderWithoutPage: Rule = {
  code: 'link/folder-without-page',
  severity: 'error',
  summary: 'The link leads to a folder that has no page of its own.',
  explanation: `A folder has no address on a Wiki.js site: \`/care\` opens the page \`care.md\`, and where there is only the folder \`care\`, the
site says that the page does not exist. A page beside the folder, of the same name, is the folder's page.`,
  example: {
    wrong:
      '--- /home.md\n---\ntitle: Home\n---\n\n[Care](/care)\n--- /care/water.md\n---\ntitle: Water\n---\n\nCool.\n',
    right:
      '--- /home.md\n---\ntitle: Home\n---\n\n[Care](/care)\n--- /care.md\n---\ntitle: Care\n---\n\n[Water](/care/water)\n--- /care/water.md\n---\ntitle: Water\n---\n\nCool.\n',
  },
  check(page, wiki, report) {
    for (const { link, target } of linksWith('link/folder-without-page', page, wiki)) {
      const path = urlOfAddress(target, wiki.settings.site);
      report({
        range: placeOfLink(link),
        target: path,
        message: `${path} is a folder without a page of its own, which Wiki.js does not show: there is no page of that name.`,
      });
    }
  },
  fixes(problem, context) {
    const { wiki, now, page } = context;
    const found = linkOf('link/folder-without-page', problem, page, wiki);
    if (found === undefined) return [];
    const { link, target } = found;
    const creation = createPage(wiki, target, now);
    const create =
      creation === undefined ? [] : [{ title: `Create the page ${problem.target}`, plan: planOf(creation) }];
    // Other tools take such a page for the folder's own.
    const index = ['home', 'index', 'README']
      .map((name) => wiki.pageAt({ locale: target.locale, path: `${target.path}/${name}` }))
      .filter((inside) => inside !== undefined);
    const inside = index.map((meant) => linkToPage(link, meant, context));
    return [...create, ...inside, ...withoutLink(link, context)].map((fix, at) => ({ ...fix, preferred: at === 0 }));
  },
};
