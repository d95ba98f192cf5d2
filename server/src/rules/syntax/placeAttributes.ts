import { lineEndingOf } from '../../edits/lineEnding.ts';
import { planOf } from '../../edits/plan.ts';
import type { OffsetRange } from '../../util/range.ts';
import type { Fix, FixContext } from '../rule.ts';
import { lineAfter, lineAround, lineBefore } from '../textLines.ts';
import { commentFor } from './attachAttributes.ts';

/** Ways to part attributes that are shown as text from the text behind them. */
export function separateFixes({ range }: { readonly range: OffsetRange }, { page, text }: FixContext): Fix[] {
  const line = lineAround(text, range.start);
  const before = lineBefore(text, line.start);
  const isBelowText = before !== undefined && text.slice(before.start, before.end).trim() !== '';
  if (text.slice(line.start, range.start).trim() !== '' || !isBelowText) return [];
  const ending = lineEndingOf(text);
  const rest = text.slice(range.end, line.end).trim();
  const next = lineAfter(text, line.end);
  if (rest === '' && (next === undefined || next.start === next.end)) return [];
  const change = rest === '' ? { start: line.end, end: line.end } : { start: range.end, end: range.end };
  const newText = rest === '' ? ending : ending + ending;
  const plan = planOf({ kind: 'change', file: page.file, range: change, newText });
  return [{ title: 'Put a blank line behind them', preferred: true, safe: true, plan }];
}

/** Ways to bring a class of the theme to what it is for. */
export function moveClassFixes(
  { range, name, element }: { readonly range: OffsetRange; readonly name: string; readonly element: string },
  { page, text }: FixContext,
): Fix[] {
  if (/^(?:align|decor)-/.test(name)) return toImage(range, { page, text });
  if (!name.startsWith('is-')) return [];
  const line = lineAround(text, range.start);
  const isAlone = text.slice(line.start, line.end).trim() === text.slice(range.start, range.end);
  if ((element === 'ul' || element === 'ol') && isAlone && range.start === line.start) {
    const before = lineBefore(text, line.start);
    const isBelowQuote = before !== undefined && /^ {0,3}>/.test(text.slice(before.start, before.end));
    const comment = commentFor(text.slice(range.start, range.end));
    if (!isBelowQuote || comment === undefined) return [];
    const plan = planOf({ kind: 'change', file: page.file, range, newText: comment });
    return [{ title: 'Write them as a comment, for the quote', preferred: true, safe: true, plan }];
  }
  if (element !== 'p') return [];
  const lines = paragraphAbove(text, isAlone ? lineBefore(text, line.start) : line);
  if (lines.length === 0) return [];
  const marks = lines.map(({ start }) => {
    return { kind: 'change', file: page.file, range: { start, end: start }, newText: '> ' } as const;
  });
  return [{ title: 'Make the paragraph a quote', preferred: true, plan: planOf(...marks) }];
}

/** A space between an image and its attributes gives them to the paragraph. */
function toImage(range: OffsetRange, { page, text }: Pick<FixContext, 'page' | 'text'>): Fix[] {
  const end = text.slice(0, range.start).trimEnd().length;
  const isBehindImage = end < range.start && page.images.some((image) => image.range.end === end);
  if (!isBehindImage || /\n\s*\n/.test(text.slice(end, range.start))) return [];
  const plan = planOf({ kind: 'change', file: page.file, range: { start: end, end: range.start }, newText: '' });
  return [{ title: 'Put them right behind the image', preferred: true, safe: true, plan }];
}

/** The lines of a paragraph that is in no other block, up to one of them; none where that is not sure. */
function paragraphAbove(text: string, last: OffsetRange | undefined): OffsetRange[] {
  const lines: OffsetRange[] = [];
  for (let line = last; line !== undefined; line = lineBefore(text, line.start)) {
    const content = text.slice(line.start, line.end);
    if (content.trim() === '') break;
    if (/^(?:\s|[>#|`~+<=-]|\d+[.)]|\*\s|\[\^)/.test(content)) return [];
    lines.push(line);
  }
  return lines;
}
