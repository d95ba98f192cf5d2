import type { Delimiter, StateInline } from 'markdown-it';

/** A mark, with the number of marks before it that the search for its opener may leave out. */
interface JumpingDelimiter extends Delimiter {
  jump: number;
}

/** Marks that may become emphasis. */
export function emphasis(state: StateInline, silent: boolean): boolean {
  const marker = state.src.charCodeAt(state.pos);
  if (silent || (marker !== 0x5f && marker !== 0x2a)) return false;
  const scanned = state.scanDelims(state.pos, marker === 0x2a);
  for (let i = 0; i < scanned.length; i++) {
    state.push('text', '', 0).content = String.fromCharCode(marker);
    pushDelimiter(state, marker, scanned, scanned.length, i);
  }
  state.pos += scanned.length;
  return true;
}

/** Marks that may become strikethrough. */
export function strikethrough(state: StateInline, silent: boolean): boolean {
  const marker = state.src.charCodeAt(state.pos);
  if (silent || marker !== 0x7e) return false;
  const scanned = state.scanDelims(state.pos, true);
  if (scanned.length < 2) return false;
  if (scanned.length % 2 === 1) state.push('text', '', 0).content = '~';
  for (let i = 0; i < scanned.length - 1; i += 2) {
    state.push('text', '', 0).content = '~~';
    // Two tildes are one delimiter, yet version 11 jumps by tildes, and so overlooks openers in a run of many.
    pushDelimiter(state, marker, scanned, 0, i);
  }
  state.pos += scanned.length;
  return true;
}

function pushDelimiter(
  state: StateInline,
  marker: number,
  scanned: { can_open: boolean; can_close: boolean },
  length: number,
  jump: number,
): void {
  state.delimiters.push({
    marker,
    length,
    jump,
    token: state.tokens.length - 1,
    end: -1,
    open: scanned.can_open,
    close: scanned.can_close,
  });
}

/** Finds for each closing mark its opener, as markdown-it 11 did. */
export function balancePairs(state: StateInline): void {
  pairDelimiters(state.delimiters as JumpingDelimiter[]);
  for (const meta of state.tokens_meta) {
    if (meta?.delimiters !== undefined) pairDelimiters(meta.delimiters as JumpingDelimiter[]);
  }
}

function pairDelimiters(delimiters: JumpingDelimiter[]): void {
  /** By marker and length modulo three: no opener can be at or below this index. */
  const bottoms = new Map<string, number>();
  for (const [closerIndex, closer] of delimiters.entries()) {
    if (!closer.close) continue;
    const key = `${closer.marker} ${(closer.length ?? 0) % 3}`;
    const bottom = bottoms.get(key) ?? -1;
    let firstSeen = -1;
    let index = closerIndex - closer.jump - 1;
    while (index > bottom) {
      const opener = delimiters[index];
      if (opener === undefined) break;
      if (opener.marker === closer.marker) {
        if (firstSeen === -1) firstSeen = index;
        if (opener.open && opener.end < 0 && !isOddMatch(opener, closer)) {
          pair(delimiters, index, closerIndex);
          firstSeen = -1;
          break;
        }
      }
      index -= opener.jump + 1;
    }
    if (firstSeen !== -1) bottoms.set(key, firstSeen);
  }
}

/** The rule of three (CommonMark 6.4, rules 9 and 10). */
function isOddMatch(opener: Delimiter, closer: Delimiter): boolean {
  const openerLength = opener.length ?? 0;
  const closerLength = closer.length ?? 0;
  if (!opener.close && !closer.open) return false;
  if ((openerLength + closerLength) % 3 !== 0) return false;
  return openerLength % 3 !== 0 || closerLength % 3 !== 0;
}

function pair(delimiters: JumpingDelimiter[], openerIndex: number, closerIndex: number): void {
  const opener = delimiters[openerIndex];
  const closer = delimiters[closerIndex];
  if (opener === undefined || closer === undefined) return;
  const previous = delimiters[openerIndex - 1];
  const lastJump = previous !== undefined && !previous.open ? previous.jump + 1 : 0;
  closer.jump = closerIndex - openerIndex + lastJump;
  closer.open = false;
  opener.end = closerIndex;
  opener.jump = lastJump;
  opener.close = false;
}
