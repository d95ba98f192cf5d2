import type { OffsetRange } from '../../util/range.ts';

/** Something of a line that is being typed, other than a destination. */
export interface InlineTyping {
  readonly kind:
    | /** `![al█`: a whole image is wanted. */ 'image'
    | /** `[text][la█`: the label of a definition. */ 'label'
    | /** `[^no█`: a footnote. */ 'footnote'
    | /** `[FI█`: what a template has to be filled in. */ 'bracket'
    | /** `:smi█` */ 'emoji'
    | /** ```` ```ja█ ````: the language of a fence. */ 'language';
  /** What is typed and what belongs to it after the cursor. */
  readonly range: OffsetRange;
  /** From the start of the range to the cursor. */
  readonly typed: string;
  /** Whether a bracket closes it after the cursor. */
  readonly isClosed: boolean;
}

/** The language after the marks of a fence. */
export function fenceTypingAt(text: string, before: string, offset: number): InlineTyping | undefined {
  const typed = /^(?:[ \t>]|(?:[-*+]|\d+[.)])[ \t])*(?:`{3,}|~{3,})[ \t]*([^\s`~]*)$/.exec(before)?.[1];
  return typed === undefined ? undefined : typing('language', text, offset, typed, /^[^\s`]*/);
}

/** What the brackets or the colon before the cursor begin. `before` is the line up to the offset. */
export function inlineTypingAt(text: string, before: string, offset: number): InlineTyping | undefined {
  const image = /(?<!\\)!\[([^[\]]*)$/.exec(before)?.[1];
  // Where a destination follows, only the words for it are being changed.
  if (image !== undefined)
    return /^[^[\]\r\n]*\][([]/.test(text.slice(offset)) ? undefined : typing('image', text, offset, image, /^\]?/);
  const label = /\]\[([^[\]^]*)$/.exec(before)?.[1];
  if (label !== undefined) return typing('label', text, offset, label, /^[^[\]\r\n]*(?=\])/);
  const footnote = /\[\^([^\s[\]]*)$/.exec(before)?.[1];
  if (footnote !== undefined) return typing('footnote', text, offset, footnote, /^[^\s[\]]*(?=\])/);
  const bracket = /(?<!\\)\[([\w ]*)$/.exec(before)?.[1];
  if (bracket !== undefined) return typing('bracket', text, offset, bracket, /^[\w ]*(?=\])/);
  return emojiTypingAt(text, before, offset);
}

/** A colon after a letter or a digit ends a word or parts a time; one in a URL or in a tag is none of ours. */
function emojiTypingAt(text: string, before: string, offset: number): InlineTyping | undefined {
  const match = /(?<![\p{L}\p{N}:\\])(:[a-z0-9_+-]*)$/u.exec(before);
  if (match === null || /:\/\/\S*$/.test(before) || /<[a-z!/][^<>]*$/i.test(before)) return undefined;
  return typing('emoji', text, offset, match[1] ?? '', /^[a-z0-9_+-]*:?/);
}

function typing(kind: InlineTyping['kind'], text: string, offset: number, typed: string, rest: RegExp): InlineTyping {
  const after = rest.exec(text.slice(offset, offset + 200))?.[0] ?? '';
  const isClosed = /^[^[\]\r\n]*\]/.test(text.slice(offset, offset + 200));
  return { kind, typed, isClosed, range: { start: offset - typed.length, end: offset + after.length } };
}
