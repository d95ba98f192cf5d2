import { lineEndingOf } from '../../edits/lineEnding.ts';
import { planOf } from '../../edits/plan.ts';
import type { OffsetRange } from '../../util/range.ts';
import type { Fix, FixContext } from '../rule.ts';
import { lineAfter, lineAround, lineBefore } from '../textLines.ts';

const tabsetHeading = /^(#{1,5})[ \t].*\{[^{}]*\.tabset\b[^{}]*\}[ \t]*$/;

/** Moves what stands before the first tab above the heading of the tabs. */
export function introFix({ start }: OffsetRange, { page, text }: FixContext): Fix[] {
  const found = headingOfTabs(text, start);
  if (found === undefined) return [];
  const first = lineMatching(text, found.line.end, new RegExp(`^#{${found.level + 1}}[ \\t]`));
  const contentStart = lineAfter(text, found.line.end)?.start;
  if (first === undefined || contentStart === undefined) return [];
  const intro = text.slice(contentStart, first.start);
  // A fence may hold a line that looks like a heading.
  if (/^ {0,3}(?:```|~~~)/m.test(intro)) return [];
  const ending = lineEndingOf(text);
  const plan = planOf(
    {
      kind: 'change',
      file: page.file,
      range: { start: found.line.start, end: found.line.start },
      newText: intro.trim() + ending + ending,
    },
    { kind: 'change', file: page.file, range: { start: contentStart, end: first.start }, newText: ending },
  );
  return [{ title: 'Move this above the tabs', preferred: true, plan }];
}

/**
 * Ends tabs by a heading of their level, which does not show.
 *
 * @param from offset of something in the tabs
 * @param at where they end: the beginning of a line, or the end of the text
 */
export function endTabsFix(from: number, at: number, { page, text }: FixContext): Fix[] {
  const found = headingOfTabs(text, from);
  if (found === undefined || (at < text.length && at !== lineAround(text, at).start)) return [];
  const ending = lineEndingOf(text);
  const heading = `${'#'.repeat(found.level)} End {.tabset}${ending}`;
  const newText = at < text.length ? heading + ending : (/[\r\n]$/.test(text) ? ending : ending + ending) + heading;
  const plan = planOf({ kind: 'change', file: page.file, range: { start: at, end: at }, newText });
  return [{ title: 'End the tabs here, by a heading that does not show', preferred: true, plan }];
}

function headingOfTabs(text: string, from: number): { line: OffsetRange; level: number } | undefined {
  for (let line: OffsetRange | undefined = lineAround(text, from); line; line = lineBefore(text, line.start)) {
    const marks = tabsetHeading.exec(text.slice(line.start, line.end))?.[1];
    if (marks !== undefined) return { line, level: marks.length };
  }
  return undefined;
}

function lineMatching(text: string, from: number, pattern: RegExp): OffsetRange | undefined {
  for (let line = lineAfter(text, from); line !== undefined; line = lineAfter(text, line.end)) {
    if (pattern.test(text.slice(line.start, line.end))) return line;
  }
  return undefined;
}
