import { planOf } from '../edits/plan.ts';
import type { Page } from '../page/page.ts';
import { elementsOfThemeClass } from '../wiki/themeClasses.ts';
import { hazardsAt, hazardsOf } from './hazards.ts';
import type { Finding, Fix, FixContext, Problem } from './rule.ts';

/** Tells of braces that are gone with what is in them, in headings or elsewhere. */
export function reportEatenBraces(page: Page, inHeadings: boolean, report: (finding: Finding) => void): void {
  for (const { range, isHeading, inMaths } of hazardsOf(page, 'braces-eaten')) {
    if (isHeading !== inHeadings) continue;
    const where = inMaths ? 'of the formula, since it is the last thing here' : 'of the page';
    report({ range, message: `Wiki.js takes these braces for attributes, finds none, and leaves them out ${where}.` });
  }
}

/** Makes attributes of braces that lack only a dot, and else code, which leaves them as they are; a formula gets a comment behind it, so that it does not end the block. */
export function fixEatenBraces(problem: Problem, { page, text }: FixContext): Fix[] {
  const [hazard] = hazardsAt(problem, page, 'braces-eaten');
  if (hazard === undefined) return [];
  if (hazard.inMaths) {
    const end = { start: hazard.range.end + 1, end: hazard.range.end + 1 };
    if (text[hazard.range.end] !== '$') return [];
    const comment = planOf({ kind: 'change', file: page.file, range: end, newText: '<!---->' });
    return [{ title: 'Put an empty comment behind the formula', preferred: true, safe: true, plan: comment }];
  }
  const written = text.slice(hazard.range.start, hazard.range.end);
  const { start } = hazard.range;
  const change = (newText: string) => planOf({ kind: 'change', file: page.file, range: hazard.range, newText });
  const name = written.slice(1, -1).trim().replace(/\s+/g, '-');
  if (elementsOfThemeClass(name) !== undefined) {
    return [{ title: `Write {.${name}}`, preferred: true, plan: change(`{.${name}}`) }];
  }
  if (/[`|\r\n]/.test(written) || text[start - 1] === '`') return [];
  return [{ title: 'Write the braces as code', preferred: true, plan: change(`\`${written}\``) }];
}
