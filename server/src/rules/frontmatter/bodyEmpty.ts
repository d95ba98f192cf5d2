import { lineEndingOf } from '../../edits/lineEnding.ts';
import { planOf } from '../../edits/plan.ts';
import type { Rule } from '../rule.ts';
import { firstLine } from './entries.ts';

export const bodyEmpty: Rule = {
  code: 'frontmatter/body-empty',
  severity: 'error',
  summary: 'The page has no text.',
  explanation: `Wiki.js refuses a page without text: a new one is not made, and one that it has already keeps its old text.
To remove a page, remove its file.`,
  example: {
    wrong: '--- /water.md\n---\ntitle: Water\n---\n',
    right: '--- /water.md\n---\ntitle: Water\n---\n\nCool and still.\n',
  },
  check(page, _wiki, report) {
    if (page.importError?.reason !== 'body-empty') return;
    report({
      range: page.frontmatter.range ?? firstLine(page),
      message: 'There is no text below the frontmatter, and Wiki.js does not import a page without text.',
    });
  },
  fixes(_problem, { page, text }) {
    const lineEnding = lineEndingOf(text);
    const open = text === '' || /[\r\n]$/.test(text) ? '' : lineEnding;
    const heading = page.contentType === 'html' ? `<h1>${page.title}</h1>` : `# ${page.title}`;
    const newText = `${open}${text === '' ? '' : lineEnding}${heading}${lineEnding}`;
    const range = { start: text.length, end: text.length };
    return [
      {
        title: 'Begin the page with its title',
        preferred: true,
        plan: planOf({ kind: 'change', file: page.file, range, newText }),
      },
    ];
  },
};
