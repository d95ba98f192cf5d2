import type { EditPlan, Replacement } from '../edits/plan.ts';
import type { Wiki } from '../index/wiki.ts';
import type { Page } from '../page/page.ts';
import type { OffsetRange } from '../util/range.ts';
import type { Severity } from '../wiki/settings.ts';

/** Something wrong with a page, at a place. */
export interface Problem {
  /** The rule's code: `link/missing-page`. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence: what Wiki.js does with this, and what to do about it. */
  readonly message: string;
  readonly range: OffsetRange;
  /** What it points at, in Wiki.js's form: `/report-a-vulnerability`. */
  readonly target?: string;
  readonly related?: readonly RelatedPlace[];
  /** Shown faded, as unneeded text is. */
  readonly unnecessary?: boolean;
  /** What would mend it, where whoever found it knows that and the facts do not. */
  readonly changes?: readonly Replacement[];
}

/** Another place that explains a problem: the twin, the target, the heading. */
export interface RelatedPlace {
  readonly file: string;
  readonly range: OffsetRange;
  readonly message: string;
}

/** What a rule says of a problem; code and severity are the rule's own unless it overrides the severity. */
export type Finding = Omit<Problem, 'code' | 'severity'> & { readonly severity?: Severity };

/** One way to mend a problem. */
export interface Fix {
  readonly title: string;
  /** Whether it is the one that most people want: offered first, and by "fix" keys. */
  readonly preferred?: boolean;
  /** Whether it can be applied without looking (fix all, on save). */
  readonly safe?: boolean;
  readonly plan: EditPlan;
}

/** What a rule may use besides the facts when it makes a fix: made only when somebody asks. */
export interface FixContext {
  readonly page: Page;
  readonly wiki: Wiki;
  /** The page's text as it is now. */
  readonly text: string;
  /** For dates in new frontmatter. */
  readonly now: Date;
}

/** What every rule says of itself, whatever it is that it looks at. Its documentation page is made from it. */
export interface DescribedRule {
  readonly code: string;
  /** What it is worth if the settings say nothing of it. */
  readonly severity: Severity | 'off';
  /** One line: what is wrong. */
  readonly summary: string;
  /** For the rule's page: what Wiki.js does and why it matters, in Markdown. */
  readonly explanation: string;
  /** A page, or pages, that the rule reports, and the same mended; shown on the rule's page and run as a test. */
  readonly example: { readonly wrong: string; readonly right: string };
  fixes?(problem: Problem, context: FixContext): readonly Fix[];
}

/** One hazard of Wiki.js, seen in the facts of a page and its wiki. One file each. */
export interface Rule extends DescribedRule {
  readonly severity: Severity;
  check(page: Page, wiki: Wiki, report: (finding: Finding) => void): void;
}
