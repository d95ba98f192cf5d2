import type { Page } from '../page/page.ts';
import type { OffsetRange } from '../util/range.ts';

/** The line of a text around an offset, without its line ending. */
export function lineAround(text: string, offset: number): OffsetRange {
  const before = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1));
  const after = text.slice(offset).search(/[\r\n]/);
  return { start: before + 1, end: after < 0 ? text.length : offset + after };
}

/** The line before the one that begins at an offset; undefined for the first. */
export function lineBefore(text: string, lineStart: number): OffsetRange | undefined {
  if (lineStart <= 0) return undefined;
  const end = text.startsWith('\r\n', lineStart - 2) ? lineStart - 2 : lineStart - 1;
  return lineAround(text, Math.max(end, 0));
}

/** The line after the one that ends at an offset; undefined for the last. */
export function lineAfter(text: string, lineEnd: number): OffsetRange | undefined {
  if (lineEnd >= text.length) return undefined;
  return lineAround(text, lineEnd + (text.startsWith('\r\n', lineEnd) ? 2 : 1));
}

/** A whole line with its line ending. */
export function withEnding(text: string, line: OffsetRange): OffsetRange {
  return { start: line.start, end: lineAfter(text, line.end)?.start ?? line.end };
}

/** Whether a stretch is all the text that a page has: without it Wiki.js would not import the page. */
export function isAllOf({ contentStart }: Page, text: string, { start, end }: OffsetRange): boolean {
  return (text.slice(contentStart, start) + text.slice(end)).trim() === '';
}
