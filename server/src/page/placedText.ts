import type { OffsetRange } from '../util/range.ts';

/** A stretch of a file with its place, in UTF-16 offsets of the file's text. */
export interface PlacedText {
  readonly text: string;
  readonly range: OffsetRange;
}
