import type { Env, MarkdownIt, StateInline, Token } from 'markdown-it';
import type { OffsetRange } from '../../../util/range.ts';
import { type FindPlace, notice, noticeInline } from '../notices.ts';

/** Only where nothing but white space and signs of a sentence stand around: elsewhere equals signs compare, or are a line across. */
const mark =
  /(?<![^\s([{"'*_~>|,.;:!?—–-])==(?=[\p{L}\p{N}*_~`"'([])(?=[^\n]{0,200}[\p{L}\p{N}])[^\n]{0,500}?[^\s=]==(?![^\s)\]}"'*_~<|,.;:!?—–])/uy;
const footnote = /\[\^([\p{L}\p{N}][\p{L}\p{N}_.:-]*)\](?![+*?{(])/uy;

/** What notices syntax that no rule has taken: it changes nothing. Has to be the last of all rules. */
export function noticeLeftText(md: MarkdownIt): void {
  const endOfMark = new WeakMap<StateInline, number>();
  md.inline.ruler.push('left_as_text', (state: StateInline, silent) => {
    if (silent) return false;
    const { src, pos } = state;
    const char = src.charCodeAt(pos);
    if (char === equals && src.charCodeAt(pos + 1) === equals && pos >= (endOfMark.get(state) ?? 0)) {
      const length = lengthOf(mark, src, pos);
      if (length > 0) noticeInline(state, pos, pos + length, { kind: 'unsupported', syntax: 'mark' });
      endOfMark.set(state, pos + length);
    } else if (char === openingBracket && src.charCodeAt(pos + 1) === caret) noticeMissingFootnote(state);
    return false;
  });
  md.core.ruler.after('inline', 'footnote_notices', ({ tokens, env }) => {
    const numbers = footnoteNumbers(env);
    if (numbers !== undefined) noticeUnusedFootnotes(tokens, numbers, env);
  });
}

const equals = 0x3d;
const openingBracket = 0x5b;
const caret = 0x5e;

function lengthOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

/** Where no footnote is defined on the page, only a number is surely meant for one: `[^a]` may be a regular expression. */
function noticeMissingFootnote(state: StateInline): void {
  footnote.lastIndex = state.pos;
  const [written, label] = footnote.exec(state.src) ?? [];
  if (written === undefined || label === undefined) return;
  if (footnoteNumbers(state.env) === undefined && !/^\d+$/.test(label)) return;
  noticeInline(state, state.pos, state.pos + written.length, { kind: 'footnote-undefined', label });
}

/** By a colon and its label, the number of each footnote that the page defines; -1 for one that nothing refers to. */
function footnoteNumbers(env: Env): Readonly<Record<string, number>> | undefined {
  return (env as { footnotes?: { refs?: Record<string, number> } }).footnotes?.refs;
}

function noticeUnusedFootnotes(tokens: readonly Token[], numbers: Readonly<Record<string, number>>, env: Env): void {
  const last = new Map<string, Token>();
  for (const token of tokens) if (isDefinition(token)) last.set(labelOf(token), token);
  tokens.forEach((token, index) => {
    if (!isDefinition(token)) return;
    const label = labelOf(token);
    const place = placeOfDefinition(tokens[index + 1], label);
    if ((numbers[`:${label}`] ?? 0) < 0) notice(env, { kind: 'footnote-unused', label }, place);
    else if (last.get(label) !== token) notice(env, { kind: 'footnote-overridden', label }, place);
  });
}

function isDefinition({ type }: Token): boolean {
  return type === 'footnote_reference_open';
}

function labelOf(definition: Token): string {
  return String(definition.meta?.label ?? '');
}

/** The label as it is written before the first block of the footnote. */
function placeOfDefinition(content: Token | undefined, label: string): FindPlace {
  return ({ blocks }, text): OffsetRange | undefined => {
    const end = content && blocks.get(content)?.start;
    const start = end === undefined ? -1 : text.lastIndexOf(`[^${label}]:`, end);
    return start < 0 ? undefined : { start, end: start + label.length + '[^]'.length };
  };
}
