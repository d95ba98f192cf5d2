import type { OffsetRange } from '../../util/range.ts';

/**
 * Where the characters of a derived text (the content of a paragraph without its quote marks, the HTML of a raw block)
 * stand in the text that it was taken from: stretches that were copied unchanged, in rising order of `from`.
 */
export interface SegmentMap {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** The map of a text that was copied in one piece. */
export function copiedFrom(offset: number): SegmentMap {
  return { from: [0], to: [offset] };
}

/** The offset in the original text of the character at `offset` of the derived text. */
export function originalOffset(map: SegmentMap, offset: number): number {
  const segment = segmentAt(map, offset);
  return (map.to[segment] ?? 0) + offset - (map.from[segment] ?? 0);
}

/** The range in the original text of a range of the derived text; its end is the end of its last character. */
export function originalRange(map: SegmentMap, start: number, end: number): OffsetRange {
  const originalStart = originalOffset(map, start);
  return { start: originalStart, end: end <= start ? originalStart : originalOffset(map, end - 1) + 1 };
}

function segmentAt(map: SegmentMap, offset: number): number {
  let low = 0;
  let high = map.from.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((map.from[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
