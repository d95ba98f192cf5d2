import { lineEndingOf } from '../../edits/lineEnding.ts';
import { planOf } from '../../edits/plan.ts';
import { hazardsAt, hazardsOf } from '../hazards.ts';
import { nearest, similarity } from '../nearest.ts';
import type { Rule } from '../rule.ts';

export const footnoteUndefined: Rule = {
  code: 'syntax/footnote-undefined',
  severity: 'warning',
  summary: 'A footnote that is defined nowhere on the page.',
  explanation: `Without a line \`[^label]: …\` on the page Wiki.js shows \`[^label]\` as it stands. On a page without any footnotes only a number
is taken for one.`,
  example: {
    wrong: '--- /water.md\n---\ntitle: Water\n---\n\nCool[^1] and still[^2].\n\n[^1]: Below 18 degrees.\n',
    right:
      '--- /water.md\n---\ntitle: Water\n---\n\nCool[^1] and still[^2].\n\n[^1]: Below 18 degrees.\n[^2]: No flow.\n',
  },
  check(page, _wiki, report) {
    for (const { range, label } of hazardsOf(page, 'footnote-undefined')) {
      report({
        range,
        message: `No footnote '${label}' is defined on this page, so the site shows [^${label}] as it stands.`,
      });
    }
  },
  fixes(problem, { page, text }) {
    const [hazard] = hazardsAt(problem, page, 'footnote-undefined');
    if (hazard === undefined) return [];
    const { range, label } = hazard;
    const labels = new Set([...text.matchAll(/^[> \t]*\[\^([^\]\s]+)\]:/gm)].map(([, defined = '']) => defined));
    const near = nearest(labels, (defined) => similarity(defined, label), { least: 0.6, count: 2 });
    const ending = lineEndingOf(text);
    const end = { start: text.length, end: text.length };
    const open = /[\r\n]$/.test(text) ? '' : ending;
    const definition = `${open}${ending}[^${label}]: …${ending}`;
    return [
      ...near.map((defined) => ({
        title: `Write [^${defined}]`,
        plan: planOf({ kind: 'change', file: page.file, range, newText: `[^${defined}]` }),
      })),
      {
        title: 'Define the footnote at the end of the page',
        plan: planOf({ kind: 'change', file: page.file, range: end, newText: definition }),
      },
    ].map((fix, index) => ({ ...fix, preferred: index === 0 }));
  },
};
