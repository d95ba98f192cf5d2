import type { OffsetRange } from '../util/range.ts';

/** A page's content as the Markdown parser works on it, and the way back to the file. */
export interface NormalisedContent {
  /** With `\n` line ends and no NUL, as CommonMark's parser makes it. */
  readonly text: string;
  /** The range in the file's text of a range of `text`. */
  fileRange(range: OffsetRange): OffsetRange;
}

/**
 * Prepares a page's content for parsing.
 *
 * @param contentStart where the content begins in the file's text; -1 for content with the byte order mark that the text is without
 */
export function normaliseContent(content: string, contentStart: number): NormalisedContent {
  const text = content.replace(/\r\n?/g, '\n').replace(/\0/g, '\uFFFD');
  if (text.length === content.length) {
    return { text, fileRange: ({ start, end }) => range(contentStart + start, contentStart + end) };
  }
  const removed = offsetsAfterRemovedReturns(content);
  const fileOffset = (offset: number) => contentStart + offset + countBelow(removed, offset);
  return { text, fileRange: ({ start, end }) => range(fileOffset(start), fileOffset(end)) };
}

function range(start: number, end: number): OffsetRange {
  return { start: Math.max(0, start), end: Math.max(0, end) };
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
