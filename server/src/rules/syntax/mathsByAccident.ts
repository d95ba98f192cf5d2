import { planOf } from '../../edits/plan.ts';
import { hazardsAt, hazardsOf } from '../hazards.ts';
import type { Rule } from '../rule.ts';

export const mathsByAccident: Rule = {
  code: 'syntax/maths-by-accident',
  severity: 'warning',
  summary: 'Dollar signs make mathematics of text.',
  explanation: `Text between two dollar signs is TeX to Wiki.js, if no space follows the first and none stands before the second:
\`$out/bin:$PATH\` becomes an italic *out/bin:* without its dollar signs and a PATH. A backslash before a dollar sign keeps it,
and in code it is safe. Only what is hardly meant for a formula is reported.`,
  example: {
    wrong: '--- /nix.md\n---\ntitle: Nix\n---\n\nThe path is $out/bin:$PATH then.\n',
    right: '--- /nix.md\n---\ntitle: Nix\n---\n\nThe path is \\$out/bin:\\$PATH then.\n',
  },
  check(page, _wiki, report) {
    for (const { range } of hazardsOf(page, 'maths-by-accident')) {
      report({ range, message: 'Wiki.js takes this for a formula, and shows it in italics without the dollar signs.' });
    }
  },
  fixes(problem, { page, text }) {
    const [hazard] = hazardsAt(problem, page, 'maths-by-accident');
    if (hazard === undefined) return [];
    const { start, end } = hazard.range;
    const plan = planOf(
      { kind: 'change', file: page.file, range: { start, end: start }, newText: '\\' },
      { kind: 'change', file: page.file, range: { start: end - 1, end: end - 1 }, newText: '\\' },
    );
    return text[end - 1] === '$' ? [{ title: 'Put backslashes before the dollar signs', preferred: true, plan }] : [];
  },
};
