import { planOf } from '../../edits/plan.ts';
import type { OffsetRange } from '../../util/range.ts';
import { hazardsAt, hazardsOf } from '../hazards.ts';
import type { Rule } from '../rule.ts';
import { isAllOf, lineAfter, lineAround } from '../textLines.ts';

export const footnoteUnused: Rule = {
  code: 'syntax/footnote-unused',
  severity: 'warning',
  summary: 'A footnote that is not on the page.',
  explanation: `Wiki.js shows only those footnotes that the text refers to by \`[^label]\`, and of two with the same label only the last.
The text of the others is nowhere on the site.`,
  example: {
    wrong: '--- /water.md\n---\ntitle: Water\n---\n\nCool and still.\n\n[^cool]: Below 18 degrees.\n',
    right: '--- /water.md\n---\ntitle: Water\n---\n\nCool[^cool] and still.\n\n[^cool]: Below 18 degrees.\n',
  },
  check(page, _wiki, report) {
    for (const { kind, range, label } of hazardsOf(page, 'footnote-unused', 'footnote-overridden')) {
      const message =
        kind === 'footnote-unused'
          ? `Nothing refers to the footnote '${label}', so its text is not on the page.`
          : `Another footnote '${label}' follows, so the text of this one is not on the page.`;
      report({ range, unnecessary: true, message });
    }
  },
  fixes(problem, { page, text }) {
    const [hazard] = hazardsAt(problem, page, 'footnote-unused', 'footnote-overridden');
    const range = hazard && definitionAt(text, hazard.range.start);
    if (range === undefined || isAllOf(page, text, range)) return [];
    const plan = planOf({ kind: 'change', file: page.file, range, newText: '' });
    return [{ title: 'Remove the footnote', preferred: true, plan }];
  },
};

/** A footnote with all its paragraphs, which are indented; undefined for one inside another block. */
function definitionAt(text: string, start: number): OffsetRange | undefined {
  const first = lineAround(text, start);
  if (first.start !== start) return undefined;
  let { end } = first;
  let isAfterBlank = false;
  for (let line = lineAfter(text, first.end); line !== undefined; line = lineAfter(text, line.end)) {
    const content = text.slice(line.start, line.end);
    const isBlank = content.trim() === '';
    if (/^\[\^[^\]\s]+\]:/.test(content) || (isAfterBlank && !isBlank && !/^(?: {4}|\t)/.test(content))) break;
    if (!isBlank) end = line.end;
    isAfterBlank = isBlank;
  }
  return { start, end: lineAfter(text, end)?.start ?? end };
}
