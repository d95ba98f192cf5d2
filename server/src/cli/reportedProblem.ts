import type { Problem } from '../rules/rule.ts';

/** A problem as `check --format json` prints it. Lines and columns count from one, columns in UTF-16 units. */
export interface ReportedProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly code: string;
  readonly severity: Problem['severity'];
  readonly message: string;
  readonly target?: string;
}
