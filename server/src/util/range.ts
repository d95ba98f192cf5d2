/** A half-open stretch of a text, in UTF-16 offsets, zero-based. */
export interface OffsetRange {
  readonly start: number;
  readonly end: number;
}

/** Whether the offset lies in the range; its end counts as inside, since a cursor there still touches it. */
export function touches(range: OffsetRange, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}
