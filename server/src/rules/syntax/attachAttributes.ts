import type { TextChange } from '../../edits/plan.ts';
import { planOf } from '../../edits/plan.ts';
import type { BlockBefore } from '../../page/hazard.ts';
import type { OffsetRange } from '../../util/range.ts';
import type { Fix, FixContext } from '../rule.ts';
import { lineAround, lineBefore, withEnding } from '../textLines.ts';

interface Detached {
  readonly range: OffsetRange;
  readonly after: BlockBefore;
}

/** Ways to bring attributes to the block before them. */
export function attachFixes(detached: Detached, context: FixContext): Fix[] {
  const line = lineAround(context.text, detached.range.start);
  const before = lastTextBefore(context.text, line);
  if (before === undefined || !isAlone(detached, line, context.text)) return [];
  switch (detached.after) {
    case 'quote':
    case 'text':
      if (line.start <= withEnding(context.text, before).end) return [];
      return [safeFix('Remove the blank line above', context, between(withEnding(context.text, before), line), '')];
    case 'image':
      return [
        safeFix('Put them right behind the image', context, { start: before.end, end: detached.range.start }, ''),
      ];
    case 'heading':
      return toHeading(detached, before, line, context);
    case 'quote-without-text': {
      const comment = commentFor(context.text.slice(detached.range.start, detached.range.end));
      return comment === undefined ? [] : [safeFix('Write them as a comment', context, detached.range, comment)];
    }
    default:
      return [];
  }
}

/** The comment that gives attributes to the quote before it; undefined for attributes that it cannot hold. */
export function commentFor(braces: string): string | undefined {
  const inner = braces.slice(1, -1).trim();
  return /^[.#][\w-]+(?: +[.#][\w-]+)*$/.test(inner) ? `<!-- {blockquote: ${inner}} -->` : undefined;
}

function toHeading({ range }: Detached, before: OffsetRange, line: OffsetRange, { page, text }: FixContext): Fix[] {
  const heading = text.slice(before.start, before.end);
  if (!/^ {0,3}#{1,6}[ \t]/.test(heading) || /[#}][ \t]*$/.test(heading)) return [];
  const end = before.start + heading.trimEnd().length;
  const braces = text.slice(range.start, range.end);
  const changes: TextChange[] = [
    { kind: 'change', file: page.file, range: { start: end, end }, newText: ` ${braces}` },
    { kind: 'change', file: page.file, range: withEnding(text, line), newText: '' },
  ];
  return [{ title: 'Put them at the end of the heading', preferred: true, safe: true, plan: planOf(...changes) }];
}

function safeFix(title: string, { page }: FixContext, range: OffsetRange, newText: string): Fix {
  return { title, preferred: true, safe: true, plan: planOf({ kind: 'change', file: page.file, range, newText }) };
}

function between({ end }: OffsetRange, { start }: OffsetRange): OffsetRange {
  return { start: end, end: start };
}

/** The last line above that has more on it than marks of quotes. */
function lastTextBefore(text: string, line: OffsetRange): OffsetRange | undefined {
  for (let before = lineBefore(text, line.start); before !== undefined; before = lineBefore(text, before.start)) {
    if (!/^[ \t>]*$/.test(text.slice(before.start, before.end))) return before;
  }
  return undefined;
}

function isAlone({ range }: Detached, line: OffsetRange, text: string): boolean {
  return /^[ \t>]*$/.test(text.slice(line.start, range.start)) && text.slice(range.end, line.end).trim() === '';
}
