import type { StateBlock, Token } from 'markdown-it';
import type { OffsetRange } from '../../util/range.ts';
import { throughBoth } from './nestedBlocks.ts';
import { copiedFrom, originalRange, type SegmentMap } from './segmentMap.ts';

/** Where blocks stand, and where the contents of inline and html_block tokens come from. */
export interface BlockPlaces {
  /** From the content of inline and html_block tokens to the text; an inline token's array of children leads to it too. */
  readonly contents: Map<Token | Token[], SegmentMap>;
  /** Block tokens with a line map: from their first character to their last, marks of containers around them left out. */
  readonly blocks: Map<Token, OffsetRange>;
}

/**
 * Finds the places of new tokens. Must run right after the innermost rule that made them, while the state's line marks
 * leave out the marks of the quotes and lists around.
 *
 * @param first index of the first new token; those that are known already keep their places
 * @param outer from the state's text to the whole text, where they are not the same
 */
export function placeBlocks(
  state: StateBlock,
  first: number,
  { contents, blocks }: BlockPlaces,
  outer: SegmentMap | undefined,
): void {
  let row = -1;
  let cursor = 0;
  for (let i = first; i < state.tokens.length; i++) {
    const token = state.tokens[i];
    if (token === undefined) continue;
    if (token.map && !blocks.has(token)) blocks.set(token, blockRange(state, token.map[0], token.map[1], outer));
    if (token.type === 'tr_open' && token.map) {
      row = token.map[0];
      cursor = firstCharacter(state, row);
    } else if ((token.type === 'inline' || token.type === 'html_block') && !contents.has(token)) {
      let map: SegmentMap | undefined;
      if (row >= 0 && isCell(state.tokens[i - 1])) {
        const cell = mapCell(state, row, token.content, cursor);
        cursor = cell?.end ?? cursor;
        map = cell?.segments;
      } else if (token.map) map = mapLines(state, token.map[0], token.content);
      if (map === undefined) continue;
      map = throughBoth(map, outer);
      contents.set(token, map);
      // The inline parser is given a block's array of children, not the block.
      if (token.children) contents.set(token.children, map);
    }
  }
}

function isCell(token: Token | undefined): boolean {
  return token?.type === 'td_open' || token?.type === 'th_open';
}

function blockRange(state: StateBlock, firstLine: number, endLine: number, outer: SegmentMap | undefined): OffsetRange {
  const start = firstCharacter(state, firstLine);
  let end = state.eMarks[Math.max(endLine - 1, firstLine)] ?? state.src.length;
  while (end > start && isWhiteSpace(state.src.charCodeAt(end - 1))) end--;
  const range = { start, end: Math.max(start, end) };
  return outer === undefined ? range : originalRange(outer, range.start, range.end);
}

function firstCharacter(state: StateBlock, line: number): number {
  return (state.bMarks[line] ?? state.src.length) + (state.tShift[line] ?? 0);
}

/** Each line of a block's content is a source line without what its containers and its own marks take from the left. */
function mapLines(state: StateBlock, firstLine: number, content: string): SegmentMap {
  const from: number[] = [];
  const to: number[] = [];
  let start = 0;
  for (let line = firstLine; start <= content.length; line++) {
    const newline = content.indexOf('\n', start);
    const end = newline < 0 ? content.length : newline;
    let textStart = start;
    while (textStart < end && isSpace(content.charCodeAt(textStart))) textStart++;
    const place = placeInLine(state, line, content, textStart, end);
    // The white space before the text is kept in step with it as far as the line has that much of it.
    const indent = Math.min(textStart - start, place - (state.bMarks[line] ?? 0));
    from.push(indent > 0 ? textStart - indent : textStart);
    to.push(indent > 0 ? place - indent : place);
    if (newline < 0) break;
    start = newline + 1;
  }
  if (from[0] !== undefined && from[0] > 0 && to[0] !== undefined) {
    from.unshift(0);
    to.unshift(to[0]);
  }
  return { from, to };
}

function placeInLine(state: StateBlock, line: number, content: string, start: number, end: number): number {
  const first = firstCharacter(state, line);
  const lineEnd = state.eMarks[line] ?? state.src.length;
  const length = end - start;
  if (length > lineEnd - first) return first;
  if (equalAt(state.src, first, content, start, length)) return first;
  // A heading: its text comes after its marks.
  let place = first;
  while (place < lineEnd && state.src.charCodeAt(place) === 35) place++;
  while (place < lineEnd && isSpace(state.src.charCodeAt(place))) place++;
  if (equalAt(state.src, place, content, start, length)) return place;
  const found = state.src.slice(first, lineEnd).indexOf(content.slice(start, end));
  return found < 0 ? first : first + found;
}

/** Cells are found from left to right; what lies between them is white space, pipes, and cells that the table has dropped. */
function mapCell(
  state: StateBlock,
  line: number,
  content: string,
  cursor: number,
): { segments: SegmentMap; end: number } | undefined {
  const lineEnd = state.eMarks[line] ?? state.src.length;
  if (content === '') return { segments: copiedFrom(cursor), end: cursor };
  let place = cursor;
  while (place < lineEnd) {
    while (place < lineEnd && isBetweenCells(state.src.charCodeAt(place))) place++;
    const found = matchCell(state.src, place, lineEnd, content);
    if (found !== undefined) return found;
    const pipe = state.src.indexOf('|', place);
    place = pipe < 0 ? lineEnd : pipe;
  }
  return undefined;
}

/** In a cell of a plain table, a pipe has lost its backslash. */
function matchCell(
  src: string,
  start: number,
  end: number,
  content: string,
): { segments: SegmentMap; end: number } | undefined {
  const from = [0];
  const to = [start];
  let place = start;
  for (let i = 0; i < content.length; i++, place++) {
    const code = content.charCodeAt(i);
    if (code === 124 && src.charCodeAt(place) === 92) {
      place++;
      from.push(i);
      to.push(place);
    }
    if (place >= end || src.charCodeAt(place) !== code) return undefined;
  }
  return { segments: { from, to }, end: place };
}

function isBetweenCells(code: number): boolean {
  return isSpace(code) || code === 124;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9;
}

function isWhiteSpace(code: number): boolean {
  return isSpace(code) || code === 10;
}

function equalAt(text: string, at: number, other: string, otherAt: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (text.charCodeAt(at + i) !== other.charCodeAt(otherAt + i)) return false;
  return true;
}
