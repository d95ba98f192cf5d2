import { isIgnored } from '../index/ignore.ts';
import type { Wiki } from '../index/wiki.ts';
import type { Page } from '../page/page.ts';
import { looksLikePage } from '../wiki/pageFile.ts';
import type { Severity, WikiSettings } from '../wiki/settings.ts';
import { ignoredFile } from './path/ignored.ts';
import { notAPage } from './path/notAPage.ts';
import { groupOf, ruleOf, rules } from './registry.ts';
import type { DescribedRule, Finding, Fix, FixContext, Problem, Rule } from './rule.ts';
import { covers } from './suppress/covers.ts';
import { effectsOf, suppress } from './suppress/suppress.ts';
import { unusedSuppression } from './suppress/unused.ts';

/**
 * Every problem of a page, in the order of the text. One that the settings ignore has none, and one that is no page to
 * Wiki.js, or that its import passes over, only those of the file itself.
 * The wiki's settings may silence a rule or give it another severity, by its code or by its group; the code wins.
 * Comments in the page silence rules at a place.
 */
export function checkPage(page: Page, wiki: Wiki): Problem[] {
  if (isIgnored(page.file, wiki.settings)) return [];
  const problems = withoutSuppressed(findProblems(page, wiki), page, wiki);
  return problems.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

function findProblems(page: Page, wiki: Wiki): Problem[] {
  const problems: Problem[] = [];
  for (const rule of rulesFor(page)) {
    const severity = severityOf(rule, wiki.settings);
    if (severity === 'off') continue;
    const report = (finding: Finding) => {
      problems.push({ ...finding, code: rule.code, severity: milder(severity, finding.severity) });
    };
    rule.check(page, wiki, report);
  }
  return problems;
}

/** Of a file that Wiki.js makes no page of, nothing matters but that. */
function rulesFor({ file, importError }: Page): readonly Rule[] {
  if (looksLikePage(file)) return [notAPage];
  return importError?.reason === 'ignored' ? [ignoredFile] : rules;
}

/** The problems that no comment silences, with those of comments that silence nothing. */
function withoutSuppressed(problems: readonly Problem[], page: Page, wiki: Wiki): Problem[] {
  const effects = effectsOf(page);
  if (effects.length === 0) return [...problems];
  const { left, idle } = suppress(problems, effects, page);
  const { code } = unusedSuppression;
  const severity = severityOf(unusedSuppression, wiki.settings);
  if (severity === 'off') return [...left];
  // A rule that is off finds nothing to silence, and the next one who looks at the page may have it on. What is found
  // apart from the facts is silenced apart from them.
  const unused = idle
    .filter(({ code: name }) => name === undefined || (isOnFacts(name) && configured(name, wiki.settings) !== 'off'))
    .map(({ reach, range }): Problem => {
      const message = reach === 'enable' ? 'Nothing is silenced that this would end.' : 'This silences nothing.';
      return { code, severity, range, message, unnecessary: true };
    });
  // A comment may name this rule too.
  return [...left, ...suppress(unused, effects, page).left];
}

/** The ways to mend a problem, the preferred one first; none if the page has changed so that it is no longer there. */
export function fixesFor(problem: Problem, context: FixContext): readonly Fix[] {
  return ruleOf(problem.code)?.fixes?.(problem, context) ?? [];
}

/** What a rule is worth in a wiki: what the settings say of it or else of its group, or what the rule says of itself. */
export function severityOf({ code, severity }: DescribedRule, settings: WikiSettings): Severity | 'off' {
  return configured(code, settings) ?? severity;
}

/** What the settings say of a rule or a group; undefined if nothing. */
function configured(name: string, { rules: severityByName }: WikiSettings): Severity | 'off' | undefined {
  return severityByName[name] ?? severityByName[groupOf(name)];
}

/** Whether a rule of this name, or a group of rules, looks at facts. */
function isOnFacts(name: string): boolean {
  return rules.some(({ code }) => covers(name, code));
}

const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** A rule may find a case less grave than the rule is in general, whatever the settings say of it, but never graver. */
function milder(severity: Severity, own: Severity | undefined): Severity {
  return own !== undefined && severities.indexOf(own) > severities.indexOf(severity) ? own : severity;
}
