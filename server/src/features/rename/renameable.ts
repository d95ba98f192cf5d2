import type { PlanOrReason } from '../../edits/renameHeading.ts';
import type { OffsetRange } from '../../util/range.ts';

/** Something under the cursor that has a name. */
export interface Renameable {
  /** Where it stands under the cursor. */
  readonly range: OffsetRange;
  /** Its name by now, to be changed. */
  readonly name: string;
  /** The plan that gives it another name everywhere. */
  rename(name: string): Promise<PlanOrReason>;
}
