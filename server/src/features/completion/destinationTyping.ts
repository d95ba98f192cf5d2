import type { DestinationStyle } from '../../edits/destination.ts';
import type { OffsetRange } from '../../util/range.ts';

/** Where the destination of a link or image is being typed. */
export interface DestinationTyping {
  readonly kind: 'destination';
  /** Whether an image or a page is wanted. */
  readonly wants: 'page' | 'image';
  /** How the destination has to be written. */
  readonly style: DestinationStyle;
  /** The whole destination, before and after the cursor. */
  readonly range: OffsetRange;
  /** From its start to the cursor. */
  readonly typed: string;
}

/** How far back an HTML tag may begin. */
const longestTag = 2000;

/** `[text](des█tination)`, `![alt](…`, and the same with `<…>`. `before` is the line up to the offset. */
export function inInlineLink(text: string, before: string, offset: number): DestinationTyping | undefined {
  const open = before.lastIndexOf('](');
  if (open === -1) return undefined;
  const inside = before.slice(open + 2).replace(/^[ \t]+/, '');
  const wants = before[openingBracket(before, open) - 1] === '!' ? 'image' : 'page';
  if (inside.startsWith('<'))
    return inside.includes('>') ? undefined : destination(text, offset, inside.slice(1), wants, 'angle');
  if (/\s/.test(inside) || closesParenthesis(inside)) return undefined;
  return destination(text, offset, inside, wants, 'bare');
}

/** `[label]: des█tination`. */
export function inDefinition(text: string, before: string, offset: number): DestinationTyping | undefined {
  const typed = /^ {0,3}\[(?!\^)[^\]]+\]:[ \t]*(<[^>]*|[^\s<]*)$/.exec(before)?.[1];
  if (typed === undefined) return undefined;
  if (typed.startsWith('<')) return destination(text, offset, typed.slice(1), 'page', 'angle');
  return destination(text, offset, typed, 'page', 'bare');
}

/** `<a href="des█tination"`, `<img src='…`. */
export function inAttribute(text: string, offset: number): DestinationTyping | undefined {
  const tagStart = text.lastIndexOf('<', offset - 1);
  if (tagStart === -1 || offset - tagStart > longestTag) return undefined;
  const match = /^<[a-z][^\s<>]*\s(?:[^<>]*\s)?(href|src)\s*=\s*("[^"<>]*|'[^'<>]*|[^\s"'<>]*)$/i.exec(
    text.slice(tagStart, offset),
  );
  const value = match?.[2];
  if (match === null || value === undefined) return undefined;
  const style = attributeStyles[value[0] ?? ''] ?? 'html-unquoted';
  const typed = style === 'html-unquoted' ? value : value.slice(1);
  return destination(text, offset, typed, match[1]?.toLowerCase() === 'src' ? 'image' : 'page', style);
}

const attributeStyles: Readonly<Record<string, DestinationStyle>> = { '"': 'html-quoted', "'": 'html-apostrophe' };

/** What ends a destination that is not written to its end yet; the text behind it may be anything. */
const ends: Readonly<Record<DestinationStyle, RegExp>> = {
  bare: /[\s)]/,
  angle: /[>\r\n]/,
  'html-quoted': /[\s"<>]/,
  'html-apostrophe': /[\s'<>]/,
  'html-unquoted': /[\s"'<>]/,
};

function destination(
  text: string,
  offset: number,
  typed: string,
  wants: DestinationTyping['wants'],
  style: DestinationStyle,
): DestinationTyping {
  const rest = text.slice(offset, offset + longestTag);
  const end = rest.search(ends[style]);
  return {
    kind: 'destination',
    wants,
    style,
    typed,
    range: { start: offset - typed.length, end: offset + (end === -1 ? rest.length : end) },
  };
}

/** The offset of the `[` that belongs to the `]` at an offset; -1 if there is none. */
function openingBracket(text: string, close: number): number {
  let depth = 0;
  for (let i = close; i >= 0; i--) {
    if (text[i] === ']') depth++;
    else if (text[i] === '[' && --depth === 0) return i;
  }
  return -1;
}

/** Whether a destination has ended, by a parenthesis that it does not open itself. */
function closesParenthesis(destinationText: string): boolean {
  let depth = 0;
  for (const character of destinationText) {
    if (character === '(') depth++;
    if (character === ')' && --depth < 0) return true;
  }
  return false;
}
