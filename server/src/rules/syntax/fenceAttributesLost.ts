import { planOf } from '../../edits/plan.ts';
import { hazardsAt, hazardsOf } from '../hazards.ts';
import type { Rule } from '../rule.ts';

export const fenceAttributesLost: Rule = {
  code: 'syntax/fence-attributes-lost',
  severity: 'information',
  summary: 'Attributes of a block of code are lost.',
  explanation: `Wiki.js writes blocks of code without attributes: classes, ids, and the lines to highlight that other tools read in braces
do nothing. Where the language itself stands in braces, the code is left without colours.`,
  example: {
    wrong: '--- /nix.md\n---\ntitle: Nix\n---\n\n```{.nix}\n{ a = 1; }\n```\n',
    right: '--- /nix.md\n---\ntitle: Nix\n---\n\n```nix\n{ a = 1; }\n```\n',
  },
  check(page, _wiki, report) {
    for (const { range, isLanguage } of hazardsOf(page, 'fence-attributes')) {
      const message = isLanguage
        ? 'Wiki.js drops what stands in braces here, so that this code has no language.'
        : 'Wiki.js writes code without attributes: these do nothing.';
      report({ range, message });
    }
  },
  fixes(problem, { page, text }) {
    const [hazard] = hazardsAt(problem, page, 'fence-attributes');
    if (hazard === undefined) return [];
    const { range } = hazard;
    const language = /^\{ *\.?([a-z][\w+#-]*)/i.exec(text.slice(range.start, range.end))?.[1] ?? '';
    if (hazard.isLanguage) {
      const plan = planOf({ kind: 'change', file: page.file, range, newText: language });
      return [{ title: `Write the language as ${language}`, preferred: true, safe: true, plan }];
    }
    const start = text[range.start - 1] === ' ' ? range.start - 1 : range.start;
    const plan = planOf({ kind: 'change', file: page.file, range: { start, end: range.end }, newText: '' });
    return [{ title: 'Remove the attributes', preferred: true, plan }];
  },
};
