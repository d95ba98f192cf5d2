import type { StateInline } from 'markdown-it';
import { isValidCharacter, namedCharacter } from './unescape.ts';

// Newer versions of markdown-it make a token of its own of each escape and entity. Here they become plain text at
// once, so that typographer, linkify, emoji and attributes see them as Wiki.js's do.

/** A backslash: before punctuation it takes its meaning, before a line break it keeps it. */
export function backslashEscape(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x5c) return false;
  const next = state.pos + 1;
  const char = next < state.posMax ? state.src.charAt(next) : '';
  if (char === '\n') {
    if (!silent) state.push('hardbreak', 'br', 0);
    state.pos = next + 1;
    while (state.pos < state.posMax && state.md.utils.isSpace(state.src.charCodeAt(state.pos))) state.pos++;
    return true;
  }
  const isEscape = char !== '' && state.md.utils.isMdAsciiPunct(char.charCodeAt(0));
  if (!silent) state.pending += isEscape ? char : '\\';
  state.pos = isEscape ? next + 1 : next;
  return true;
}

const numericEntity = /&#(x[a-f0-9]{1,6}|[0-9]{1,7});/iy;
const namedEntity = /&[a-z][a-z0-9]{1,31};/iy;

/** An HTML entity, or an ampersand that is none. */
export function entity(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x26) return false;
  const found = entityAt(state) ?? { source: '&', text: '&' };
  if (!silent) state.pending += found.text;
  state.pos += found.source.length;
  return true;
}

function entityAt(state: StateInline): { source: string; text: string } | undefined {
  if (state.pos + 1 >= state.posMax) return undefined;
  numericEntity.lastIndex = state.pos;
  const [source, digits] = numericEntity.exec(state.src) ?? [];
  if (source !== undefined && digits !== undefined) {
    const code = /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number.parseInt(digits, 10);
    return { source, text: isValidCharacter(code) ? String.fromCodePoint(code) : '\ufffd' };
  }
  namedEntity.lastIndex = state.pos;
  const named = namedEntity.exec(state.src)?.[0];
  const text = named === undefined ? undefined : namedCharacter(named);
  return named === undefined || text === undefined ? undefined : { source: named, text };
}
