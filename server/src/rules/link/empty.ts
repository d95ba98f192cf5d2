import type { Page } from '../../page/page.ts';
import { slugOf } from '../../wiki/slug.ts';
import type { Rule } from '../rule.ts';
import { linkOf, linksWith, placeOfLink } from './diagnosis.ts';
import { linkToPage, withoutLink } from './linkFixes.ts';

export const emptyLink: Rule = {
  code: 'link/empty',
  severity: 'warning',
  summary: 'The link has no address.',
  explanation: `A link without an address leads to the page that it stands on. It is left over where somebody meant to look the address
up later.`,
  example: {
    wrong: '--- /home.md\n---\ntitle: Home\n---\n\n[Water]()\n--- /water.md\n---\ntitle: Water\n---\n\nCool.\n',
    right: '--- /home.md\n---\ntitle: Home\n---\n\n[Water](/water)\n--- /water.md\n---\ntitle: Water\n---\n\nCool.\n',
  },
  check(page, wiki, report) {
    for (const { link } of linksWith('link/empty', page, wiki)) {
      report({ range: placeOfLink(link), message: 'This link has no address, so it leads to the page it stands on.' });
    }
  },
  fixes(problem, context) {
    const found = linkOf('link/empty', problem, context.page, context.wiki);
    if (found === undefined) return [];
    const { link } = found;
    const isInline = link.link.form === 'inline' || link.link.form === 'html';
    const meant = isInline ? pagesCalled(link.link.text, context.wiki.pages()) : [];
    const fixes = [...meant.map((page) => linkToPage(link, page, context)), ...withoutLink(link, context)];
    return fixes.map((fix, index) => ({ ...fix, preferred: index === 0 }));
  },
};

/** The pages whose title is the text of the link. */
function pagesCalled(text: string, pages: Iterable<Page>): Page[] {
  const wanted = slugOf(text);
  return wanted === '' ? [] : [...pages].filter(({ title }) => slugOf(title) === wanted).slice(0, 3);
}
