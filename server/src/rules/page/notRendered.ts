import { firstLine } from '../frontmatter/entries.ts';
import type { Rule } from '../rule.ts';

export const notRendered: Rule = {
  code: 'page/not-rendered',
  severity: 'error',
  summary: 'Wiki.js fails to render the page.',
  explanation: `A few things make Wiki.js's renderer stop with an error: attributes in braces where it finds no element for
them, some pivot tables, a comment that names an element as no element is named. The page is then stored without any HTML:
readers see an empty page, or the one that it was before.`,
  example: {
    wrong: '--- /water.md\n---\ntitle: Water\n---\n\n{.cool} water is *still*\n',
    right: '--- /water.md\n---\ntitle: Water\n---\n\nCool water is *still*{.cool}\n',
  },
  check(page, _wiki, report) {
    if (page.renderFailure === undefined || page.importError !== undefined) return;
    report({
      range: firstLine(page),
      message: `Wiki.js fails to render this page, so readers see nothing of it. It stumbles on ${page.renderFailure}.`,
    });
  },
};
