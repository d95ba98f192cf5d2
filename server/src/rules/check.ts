import { isIgnored } from '../index/ignore.ts';
import type { Wiki } from '../index/wiki.ts';
import type { Page } from '../page/page.ts';
import type { Severity } from '../wiki/settings.ts';
import { groupOf, ruleOf, rules } from './registry.ts';
import type { Finding, Fix, FixContext, Problem, Rule } from './rule.ts';

/**
 * Every problem of a page, in the order of the text. A file that the import passes over has none, nor one
 * that the settings ignore.
 * The wiki's settings may silence a rule or give it another severity, by its code or by its group; the code wins.
 */
export function checkPage(page: Page, wiki: Wiki): Problem[] {
  if (page.importError?.reason === 'ignored' || isIgnored(page.file, wiki.settings)) return [];
  const problems: Problem[] = [];
  for (const rule of rules) {
    const configured = severityOf(rule, wiki);
    if (configured === 'off') continue;
    const report = (finding: Finding) => {
      problems.push({ ...finding, code: rule.code, severity: milder(configured ?? rule.severity, finding.severity) });
    };
    rule.check(page, wiki, report);
  }
  return problems.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/** The ways to mend a problem, the preferred one first; none if the page has changed so that it is no longer there. */
export function fixesFor(problem: Problem, context: FixContext): readonly Fix[] {
  return ruleOf(problem.code)?.fixes?.(problem, context) ?? [];
}

/** What the settings say of a rule; undefined if nothing. */
function severityOf({ code }: Rule, wiki: Wiki): Severity | 'off' | undefined {
  return wiki.settings.rules[code] ?? wiki.settings.rules[groupOf(code)];
}

const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** A rule may find a case less grave than the rule is in general, whatever the settings say of it, but never graver. */
function milder(severity: Severity, own: Severity | undefined): Severity {
  return own !== undefined && severities.indexOf(own) > severities.indexOf(severity) ? own : severity;
}
