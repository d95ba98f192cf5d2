import type { Link } from '../page/page.ts';
import type { OffsetRange } from '../util/range.ts';
import type { TextChange } from './plan.ts';

/** Takes a link away and keeps its text, marks included; undefined where the source does not show where the text ends. */
export function removeLink(file: string, text: string, link: Link): TextChange | undefined {
  const inner = innerRange(text, link);
  if (inner === undefined) return undefined;
  return { kind: 'change', file, range: link.range, newText: text.slice(inner.start, inner.end) };
}

function innerRange(text: string, link: Link): OffsetRange | undefined {
  const { range } = link;
  switch (link.form) {
    case 'inline': {
      // Looked for from the destination backwards: the text may hold brackets in code, in images, in anything.
      const end = text.lastIndexOf('](', link.hrefRange.start);
      return text[range.start] === '[' && end > range.start ? { start: range.start + 1, end } : undefined;
    }
    case 'reference': {
      const end = closingBracket(text, range);
      return end === undefined ? undefined : { start: range.start + 1, end };
    }
    case 'html':
      return elementContent(text, range);
    default:
      return undefined;
  }
}

function closingBracket(text: string, range: OffsetRange): number | undefined {
  let depth = 0;
  for (let i = range.start; i < range.end; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '[') depth++;
    else if (text[i] === ']' && --depth === 0) return i;
  }
  return undefined;
}

function elementContent(text: string, range: OffsetRange): OffsetRange | undefined {
  const source = text.slice(range.start, range.end);
  const open = /^<a(?:\s(?:[^"'>]|"[^"]*"|'[^']*')*)?>/i.exec(source)?.[0];
  const close = /<\/a\s*>$/i.exec(source)?.[0];
  if (open === undefined || close === undefined) return undefined;
  return { start: range.start + open.length, end: range.end - close.length };
}
