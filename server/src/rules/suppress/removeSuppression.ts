import type { TextChange } from '../../edits/plan.ts';
import type { Page } from '../../page/page.ts';
import { positionAt } from '../../util/lines.ts';
import type { OffsetRange } from '../../util/range.ts';

/**
 * Takes out a suppression, with its line if nothing else is on it, or one of its codes; undefined if none stands at the range.
 */
export function removeSuppression(
  range: OffsetRange,
  page: Page,
  text: string,
): { readonly isWhole: boolean; readonly step: TextChange } | undefined {
  const isAt = (place: OffsetRange) => place.start === range.start && place.end === range.end;
  const suppression = page.suppressions.find((it) => isAt(it.range) || it.codes.some((code) => isAt(code.range)));
  if (suppression === undefined) return undefined;
  const isWhole = isAt(suppression.range) || suppression.codes.length === 1;
  const place = isWhole ? wholeLines(suppression.range, page, text) : withSeparator(range, suppression.range, text);
  return { isWhole, step: { kind: 'change', file: page.file, range: place, newText: '' } };
}

/** The lines of a comment, where only white space and the marks of quotes stand beside it. */
function wholeLines({ start, end }: OffsetRange, { lineStarts }: Page, text: string): OffsetRange {
  const lineStart = lineStarts[positionAt(lineStarts, start).line] ?? 0;
  const nextLine = lineStarts[positionAt(lineStarts, end).line + 1] ?? text.length;
  const isAlone = /^[\s>]*$/.test(text.slice(lineStart, start)) && text.slice(end, nextLine).trim() === '';
  return isAlone ? { start: lineStart, end: nextLine } : { start, end };
}

/** A code with what separates it from the one before, or behind. */
function withSeparator({ start, end }: OffsetRange, whole: OffsetRange, text: string): OffsetRange {
  const before = /,\s*$/.exec(text.slice(whole.start, start));
  if (before !== null) return { start: start - before[0].length, end };
  const after = /^\s*,?\s*/.exec(text.slice(end, whole.end));
  return { start, end: end + (after?.[0].length ?? 0) };
}
