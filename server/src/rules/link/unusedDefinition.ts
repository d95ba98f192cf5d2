import { planOf } from '../../edits/plan.ts';
import { positionAt } from '../../util/lines.ts';
import type { Rule } from '../rule.ts';

export const unusedDefinition: Rule = {
  code: 'link/unused-definition',
  severity: 'hint',
  summary: 'No link uses the definition.',
  explanation: `A line \`[label]: /address\` shows nothing by itself. Where a label is defined twice, the first definition counts.
\`[//]: # (words)\`, which people write as a comment, is let be.`,
  example: {
    wrong:
      '--- /home.md\n---\ntitle: Home\n---\n\nSee [the rules][rules].\n\n[rules]: https://example.org\n[pond]: https://example.org/pond\n',
    right: '--- /home.md\n---\ntitle: Home\n---\n\nSee [the rules][rules].\n\n[rules]: https://example.org\n',
  },
  check(page, _wiki, report) {
    for (const { label, range, isRepeated } of page.looseEnds.unusedDefinitions) {
      const message = isRepeated
        ? `The label '${label}' is defined before, and only the first definition counts.`
        : 'No link or image on this page uses this definition.';
      report({ range, message, unnecessary: true });
    }
  },
  fixes({ range }, { page, text }) {
    const found = page.looseEnds.unusedDefinitions.find((unused) => unused.range.start === range.start);
    if (found === undefined) return [];
    const { lineStarts, file } = page;
    const lineStart = lineStarts[positionAt(lineStarts, range.start).line] ?? 0;
    const nextLine = lineStarts[positionAt(lineStarts, found.range.end).line + 1] ?? text.length;
    // The marks of a quote or a list stay: something else may stand there.
    const isAlone = text.slice(lineStart, range.start).trim() === '';
    const place = isAlone ? { start: lineStart, end: nextLine } : found.range;
    const plan = planOf({ kind: 'change', file, range: place, newText: '' });
    return [{ title: 'Remove the definition', preferred: true, plan }];
  },
};
