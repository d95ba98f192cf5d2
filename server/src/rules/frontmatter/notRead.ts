import { applyChanges } from '../../edits/applyChanges.ts';
import { lineEndingOf } from '../../edits/lineEnding.ts';
import type { EditPlan } from '../../edits/plan.ts';
import { planOf } from '../../edits/plan.ts';
import type { Frontmatter } from '../../page/frontmatter.ts';
import { parseFrontmatter } from '../../wiki/frontmatter.ts';
import type { FixContext, Rule } from '../rule.ts';

const reasons: Readonly<Record<NonNullable<Frontmatter['notReadBecause']>, string>> = {
  'byte-order-mark': 'the file begins with a byte order mark, which editors hide',
  'space-before': 'there is white space before its first line',
  'space-after-fence': 'there is white space after the dashes',
  'wrong-fence': 'its fences are not the ones that Wiki.js wants',
  'blank-line-before': 'it does not begin on the first line of the file',
};

export const notRead: Rule = {
  code: 'frontmatter/not-read',
  severity: 'error',
  summary: 'Wiki.js does not see the frontmatter.',
  explanation: `Wiki.js looks for frontmatter in one form only: the file begins with three dashes (\`<!--\` in \`.html\`) and a line
ending, nothing before and nothing after, and the block ends with three dashes (\`-->\`). With a byte order mark, a space, a
blank line before it, or \`...\` at its end, all of it is shown as text, and the page has no title of its own.`,
  example: {
    wrong: '--- /water.md\n\n---\ntitle: Water\n---\n\nCool and still.\n',
    right: '--- /water.md\n---\ntitle: Water\n---\n\nCool and still.\n',
  },
  check(page, _wiki, report) {
    const { state, range, notReadBecause } = page.frontmatter;
    if (state !== 'not-read' || range === undefined || notReadBecause === undefined) return;
    report({
      range,
      message: `Wiki.js does not read this frontmatter and shows it as text: ${reasons[notReadBecause]}.`,
    });
  },
  fixes(_problem, context) {
    const { page, text } = context;
    if (page.hasByteOrderMark) {
      const plan: EditPlan = { steps: [{ kind: 'remove-byte-order-mark', file: page.file }] };
      return [{ title: 'Save the file without the byte order mark', preferred: true, safe: true, plan }];
    }
    const plan = fencesPlan(context);
    if (plan === undefined) return [];
    const after = parseFrontmatter(applyChanges(text, page.file, plan), page.contentType);
    // What is wrong inside comes to light then, and has rules of its own.
    if (after.kind !== 'yaml' && after.error === undefined) return [];
    return [{ title: 'Write the frontmatter where and how Wiki.js reads it', preferred: true, safe: true, plan }];
  },
};

/** Replaces just the two fences, and what stands before the first, by those that Wiki.js wants. */
function fencesPlan({ page, text }: FixContext): EditPlan | undefined {
  const { range, innerRange } = page.frontmatter;
  if (range === undefined || innerRange === undefined) return undefined;
  const [open, close] = page.contentType === 'html' ? ['<!--', '-->'] : ['---', '---'];
  const end = /[\r\n]*$/.exec(text.slice(innerRange.end, range.end))?.index ?? 0;
  const breakBefore = /[\r\n]$/.test(text.slice(innerRange.start, innerRange.end)) ? '' : lineEndingOf(text);
  const openBreak = /[\r\n]/.test(text[innerRange.start] ?? '') ? '' : lineEndingOf(text);
  const closing = { start: innerRange.end, end: innerRange.end + end };
  const closingText = text.slice(closing.start, closing.end);
  const leading = /^[\r\n]+/.exec(closingText)?.[0];
  return planOf(
    { kind: 'change', file: page.file, range: { start: 0, end: innerRange.start }, newText: open + openBreak },
    { kind: 'change', file: page.file, range: closing, newText: (leading ?? breakBefore) + close },
  );
}
