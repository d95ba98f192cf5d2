import type { OffsetRange } from '../../util/range.ts';
import { lineStartAt } from './codeAt.ts';

/** What the attributes in braces are given to (rules reference (f), markdown-it-attrs and -decorate). */
export type AttributeTarget = 'quote' | 'list' | 'table' | 'heading' | 'image' | 'emphasis' | 'paragraph';

/** A class in braces that is being typed: `{.is-in█`. */
export interface AttributeTyping {
  readonly kind: 'attribute';
  readonly target: AttributeTarget;
  /** The class with its dot. */
  readonly range: OffsetRange;
  readonly typed: string;
  /** The classes before it in the same braces. */
  readonly others: readonly string[];
  /** Whether a brace closes the attributes after the cursor. */
  readonly isClosed: boolean;
}

/** A class in the braces before the cursor, and what would get it; undefined for what Wiki.js styles in no way. */
export function attributeTypingAt(text: string, before: string, offset: number): AttributeTyping | undefined {
  const match = /(?<![{\\])\{((?:[^{}]*\s)?)(\.[\w-]*)$/.exec(before);
  if (match === null) return undefined;
  const lead = before.slice(0, match.index).replace(/<!--\s*$/, '');
  const target = targetInLine(lead) ?? targetAbove(text, lineStartAt(text, offset));
  if (target === undefined) return undefined;
  const typed = match[2] ?? '';
  const rest = /^[^\s{}\r\n]*/.exec(text.slice(offset, offset + 200))?.[0] ?? '';
  return {
    kind: 'attribute',
    target,
    typed,
    range: { start: offset - typed.length, end: offset + rest.length },
    others: [...(match[1] ?? '').matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name),
    isClosed: /^[^{}\r\n]*\}/.test(text.slice(offset, offset + 200)),
  };
}

/** What ends where the braces begin; undefined if they stand alone on their line. */
function targetInLine(lead: string): AttributeTarget | undefined {
  if (/!\[[^\]]*\](?:\([^()]*\)|\[[^\]]*\])[ \t]?$/.test(lead)) return 'image';
  if (/[^\s*_][*_]$/.test(lead)) return 'emphasis';
  if (/^ {0,3}>/.test(lead)) return 'quote';
  if (/^ {0,3}#{1,6}[ \t]/.test(lead)) return 'heading';
  return lead.trim() === '' ? undefined : 'paragraph';
}

/** The block above a line that begins at an offset; a list and a table are reached over a blank line too. */
function targetAbove(text: string, lineStart: number): AttributeTarget | undefined {
  const lines = text.slice(0, lineStart).split(/\r?\n/).slice(0, -1);
  const isBlank = (line: string | undefined) => line === undefined || line.trim() === '';
  const isApart = isBlank(lines.at(-1));
  while (lines.length > 0 && isBlank(lines.at(-1))) lines.pop();
  const first = lines.findLastIndex(isBlank) + 1;
  const block = lines.slice(first);
  if (block.length === 0) return undefined;
  if (block.some((line) => /^[ |:-]*-[ |:-]*$/.test(line) && line.includes('|'))) return 'table';
  if (/^ {0,3}>/.test(block[0] ?? '')) return isApart ? undefined : 'quote';
  if (isList(lines, first)) return 'list';
  if (isApart || /^ {0,3}(?:#{1,6}\s|`{3}|~{3})/.test(block.at(-1) ?? '')) return undefined;
  return 'paragraph';
}

/** Whether the lines from an index on belong to a list; its items may stand apart. */
function isList(lines: readonly string[], first: number): boolean {
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i] ?? '';
    if (/^ {0,3}(?:[-*+]|\d+[.)])\s/.test(line)) return true;
    if (i < first && !/^\s/.test(line) && line.trim() !== '') return false;
    if (i < first && line.trim() === '' && !/^\s+\S/.test(lines[i + 1] ?? '')) return false;
  }
  return false;
}
