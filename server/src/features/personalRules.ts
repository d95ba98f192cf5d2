import type { Problem } from '../rules/rule.ts';
import type { Severity } from '../wiki/settings.ts';

/** A person's own severities, by rule code (`link/missing-page`) or group (`link`): the setting `auxWiki.rules`. */
export type PersonalRules = Readonly<Record<string, Severity | 'off'>>;

const loudness: readonly (Severity | 'off')[] = ['off', 'hint', 'information', 'warning', 'error'];

/**
 * The problems as one person wants to see them. What a problem is worth is the team's to say, in `.aux-wiki.yml`; a
 * person can only turn it down for themselves, so that no one's editor is stricter than the check that all share.
 */
export function turnDown(problems: readonly Problem[], personal: PersonalRules): readonly Problem[] {
  if (Object.keys(personal).length === 0) return problems;
  return problems.flatMap((problem) => {
    const wanted = personal[problem.code] ?? personal[problem.code.slice(0, problem.code.indexOf('/'))];
    if (wanted === undefined || loudness.indexOf(wanted) >= loudness.indexOf(problem.severity)) return [problem];
    return wanted === 'off' ? [] : [{ ...problem, severity: wanted }];
  });
}

/** Reads the setting as a client sends it; what is no severity is left out. */
export function readPersonalRules(value: unknown): PersonalRules {
  if (typeof value !== 'object' || value === null) return {};
  const entries = Object.entries(value).filter((entry): entry is [string, Severity | 'off'] =>
    loudness.includes(entry[1]),
  );
  return Object.fromEntries(entries);
}
