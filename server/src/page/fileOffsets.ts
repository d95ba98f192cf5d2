import type { OffsetRange } from '../util/range.ts';

/** A page's content as the Markdown parser works on it, and the way back to the file. */
export interface NormalisedContent {
  /** With `\n` line ends and no NUL, as CommonMark's parser makes it. */
  readonly text: string;
  /** The range in the file's text of a range of `text`. */
  fileRange(range: OffsetRange): OffsetRange;
}

/** Prepares the part of a file's text from `contentStart` on for parsing. */
export function normaliseContent(fileText: string, contentStart: number): NormalisedContent {
  const content = fileText.slice(contentStart);
  const text = content.replace(/\r\n?/g, '\n').replace(/\0/g, '\uFFFD');
  if (text.length === content.length) {
    return { text, fileRange: (range) => shifted(range, contentStart) };
  }
  const removed = offsetsAfterRemovedReturns(content);
  const fileOffset = (offset: number) => contentStart + offset + countBelow(removed, offset);
  return { text, fileRange: ({ start, end }) => ({ start: fileOffset(start), end: fileOffset(end) }) };
}

function shifted(range: OffsetRange, by: number): OffsetRange {
  return { start: range.start + by, end: range.end + by };
}

/** For each `\r\n`, the offset of its `\n` in the text where it is one character. */
function offsetsAfterRemovedReturns(content: string): number[] {
  const offsets: number[] = [];
  for (let at = content.indexOf('\r\n'); at >= 0; at = content.indexOf('\r\n', at + 2))
    offsets.push(at - offsets.length);
  return offsets;
}

/** How many of the sorted numbers are below the limit. */
function countBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
