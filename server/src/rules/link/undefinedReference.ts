import { planOf } from '../../edits/plan.ts';
import type { UndefinedReference } from '../../page/looseEnds.ts';
import { nearest, similarity } from '../nearest.ts';
import type { Fix, Rule } from '../rule.ts';
import { severityInTemplate } from '../templates.ts';

export const undefinedReference: Rule = {
  code: 'link/undefined-reference',
  severity: 'warning',
  summary: 'The label of a link is not defined.',
  explanation: `\`[text][label]\` and \`[label][]\` are links if a line \`[label]: /address\` stands somewhere on the page. If none does, readers
see the brackets. A single \`[label]\` may be text in brackets, and is not reported, nor is anything in code.`,
  example: {
    wrong:
      '--- /home.md\n---\ntitle: Home\n---\n\nAll [rules], and [the first][rulse].\n\n[rules]: https://example.org\n',
    right:
      '--- /home.md\n---\ntitle: Home\n---\n\nAll [rules], and [the first][rules].\n\n[rules]: https://example.org\n',
  },
  check(page, wiki, report) {
    for (const { label, range } of page.looseEnds.undefinedReferences) {
      report({
        range,
        severity: severityInTemplate(page, wiki, `[${label}]`) && severityInTemplate(page, wiki, label),
        message: `'${label}' is not defined on this page, so that readers see these brackets.`,
      });
    }
  },
  fixes({ range }, { page, text }) {
    const found = page.looseEnds.undefinedReferences.find((reference) => reference.range.start === range.start);
    if (found === undefined) return [];
    const labels = new Set(page.definitions.map(({ range: { start } }) => labelAt(text, start)));
    const near = nearest(labels, (label) => similarity(label, found.label), { least: 0.6, count: 3 });
    const change = (title: string, place: typeof range, newText: string): Fix => {
      return { title, plan: planOf({ kind: 'change', file: page.file, range: place, newText }) };
    };
    const fixes = [
      ...near.map((label) => change(`Write [${label}]`, found.labelRange, label)),
      change('Remove the brackets, keep the text', found.range, textOf(text, found)),
    ];
    return fixes.map((fix, index) => ({ ...fix, preferred: index === 0 }));
  },
};

/** What stands between the first brackets. */
function textOf(text: string, { range, labelRange }: UndefinedReference): string {
  return text.slice(range.start + 1, labelRange.start - 2);
}

/** The label of the definition at an offset, as written. */
function labelAt(text: string, start: number): string {
  return /^\[((?:[^\]\\]|\\.)*)\]/s.exec(text.slice(start, start + 1000))?.[1] ?? '';
}
