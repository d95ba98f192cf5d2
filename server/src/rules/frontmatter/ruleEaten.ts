import { lineEndingOf } from '../../edits/lineEnding.ts';
import { planOf } from '../../edits/plan.ts';
import { isWikiKey } from '../../page/meantFrontmatter.ts';
import type { Page } from '../../page/page.ts';
import type { Rule } from '../rule.ts';

export const ruleEaten: Rule = {
  code: 'frontmatter/rule-eaten',
  severity: 'error',
  summary: 'Text between two rules at the top of the page is taken for frontmatter and lost.',
  explanation: `A page that begins with three dashes, meant as a rule across the page, begins with frontmatter for Wiki.js: what stands
between them and the next three dashes is read as YAML, and is not on the page. A blank line before the first rule makes it
a rule.`,
  example: {
    wrong: '--- /water.md\n---\nCool and still.\n---\n\nThat is how they like it.\n',
    right: '--- /water.md\n---\ntitle: Water\n---\n\nCool and still.\n\n---\n\nThat is how they like it.\n',
  },
  check(page, _wiki, report) {
    const { range } = page.frontmatter;
    if (range === undefined || !isEatenText(page)) return;
    report({
      range,
      message:
        'Wiki.js takes the text between the rules for frontmatter, and leaves it out of the page. Put a blank line first.',
    });
  },
  fixes(_problem, { page, text }) {
    const newText = lineEndingOf(text);
    const plan = planOf({ kind: 'change', file: page.file, range: { start: 0, end: 0 }, newText });
    return [{ title: 'Put a blank line before the rule', preferred: true, plan }];
  },
};

/**
 * Whether what Wiki.js reads as frontmatter is text: it holds no entry, or entries of which none has a key of Wiki.js's and
 * one has a key of several words, as `Note to readers: …` has.
 */
export function isEatenText({ frontmatter: { state, innerRange, entries } }: Page): boolean {
  if (state !== 'read' || innerRange === undefined) return false;
  if (entries.length === 0) return innerRange.end - innerRange.start > '\r\n'.length;
  return entries.some(({ key }) => /\s/.test(key)) && !entries.some(({ key }) => isWikiKey(key));
}
