import { isShownTheSame } from '../../edits/isShownTheSame.ts';
import type { StyleFinding } from '../../edits/markdownTools.ts';
import type { Page } from '../../page/page.ts';
import type { DescribedRule, Fix, FixContext, Problem } from '../rule.ts';

/** A style that remark-lint looks for, on the tree that remark makes of a page. */
export interface StyleRule extends DescribedRule {
  /** One sentence about the marked text. */
  message(marked: string): string;
}

/** What of a style rule is its own; how its problems are mended is the same for all. */
interface OwnPart extends Omit<StyleRule, 'explanation' | 'fixes'> {
  readonly explanation: string;
  /** What the fix is called; undefined for a rule without one. */
  readonly fix?: string;
  /** Whether the fix is meant to change what the site shows. */
  readonly changesSite?: true;
}

/** A style rule; its page leads to that of remark-lint. */
export function styleRule({ fix, changesSite, ...own }: OwnPart): StyleRule {
  const name = own.code.slice('style/'.length);
  const source = `https://github.com/remarkjs/remark-lint/tree/main/packages/remark-lint-${name}`;
  const rule = { ...own, explanation: `${own.explanation}\n\nThis is [remark-lint-${name}](${source}).` };
  if (fix === undefined) return rule;
  return {
    ...rule,
    fixes: (problem, context) => fixOf(fix, changesSite === true, problem, context),
  };
}

/** What a finding is on a page. */
export function styleProblem(
  finding: StyleFinding,
  rule: StyleRule,
  page: Page,
  text: string,
): Omit<Problem, 'severity'> {
  const { code, range, first, changes } = finding;
  const related = first && [{ file: page.file, range: first, message: 'The first one on this page' }];
  return { code, range, message: rule.message(text.slice(range.start, range.end)), related, changes };
}

/** A style is never worth another page: the fix is there only where the site shows the same after it. */
function fixOf(title: string, changesSite: boolean, { changes = [] }: Problem, context: FixContext): Fix[] {
  const { page, wiki, text } = context;
  const plan = { steps: changes.map((change) => ({ kind: 'change', file: page.file, ...change }) as const) };
  const isFit = changes.length > 0 && (changesSite || isShownTheSame(page, text, plan, wiki.settings));
  return isFit ? [{ title, preferred: true, safe: !changesSite, plan }] : [];
}
