import { lineEndingOf } from '../../edits/lineEnding.ts';
import { planOf } from '../../edits/plan.ts';
import type { OffsetRange } from '../../util/range.ts';
import type { Fix, FixContext } from '../rule.ts';
import { lineAfter, lineAround, withEnding } from '../textLines.ts';
import { classOfBox } from './boxClasses.ts';

/** Writes a GitHub alert as a quote with the class of Wiki.js that is nearest to it. */
export function alertFix(range: OffsetRange, syntax: 'alert' | 'nested-alert', { page, text }: FixContext): Fix[] {
  const kind = /^\[!(\w+)\]/.exec(text.slice(range.start, range.end))?.[1];
  const marker = lineAround(text, range.start);
  const last = lastLineOfQuote(text, marker);
  if (syntax !== 'alert' || kind === undefined || last.start === marker.start) return [];
  if (!/^ {0,3}>[ \t]?$/.test(text.slice(marker.start, range.start))) return [];
  const ending = lineEndingOf(text);
  const className = classOfBox(kind);
  const follows = lineAfter(text, last.end);
  const isFollowed = follows !== undefined && text.slice(follows.start, follows.end).trim() !== '';
  const plan = planOf(
    { kind: 'change', file: page.file, range: withEnding(text, marker), newText: '' },
    {
      kind: 'change',
      file: page.file,
      range: { start: last.end, end: last.end },
      newText: `${ending}{.${className}}${isFollowed ? ending : ''}`,
    },
  );
  return [{ title: `Write it as a quote with {.${className}}`, preferred: true, plan }];
}

/** A quote goes on over lines of text without its mark. */
function lastLineOfQuote(text: string, first: OffsetRange): OffsetRange {
  let last = first;
  for (let line = lineAfter(text, first.end); line !== undefined; line = lineAfter(text, line.end)) {
    const content = text.slice(line.start, line.end);
    const goesOn = /^ {0,3}>/.test(content) || /^ {0,3}[^\s#>|`~<=*+:$\d-]/.test(content);
    if (!goesOn) break;
    last = line;
  }
  return last;
}
