import type { OffsetRange } from '../util/range.ts';

/** New text for one stretch of a text. */
export interface Replacement {
  readonly range: OffsetRange;
  readonly newText: string;
}

/** A replacement of one stretch of a file. */
export interface TextChange extends Replacement {
  readonly kind: 'change';
  readonly file: string;
}

export interface FileCreation {
  readonly kind: 'create';
  readonly file: string;
  readonly text: string;
}

export interface FileRename {
  readonly kind: 'rename';
  readonly from: string;
  readonly to: string;
}

/** Saves a file again without the byte order mark, which no text edit can reach. */
export interface RemoveByteOrderMark {
  readonly kind: 'remove-byte-order-mark';
  readonly file: string;
}

/** What to change, never applied by the engine itself. Files are relative to the wiki's root; ranges are of the texts before any step. */
export interface EditPlan {
  readonly steps: readonly (TextChange | FileCreation | FileRename | RemoveByteOrderMark)[];
}

/** A plan of these steps. */
export function planOf(...steps: EditPlan['steps']): EditPlan {
  return { steps };
}
