import type { StateBlock, Token } from 'markdown-it';
import { originalOffset, type SegmentMap } from './segmentMap.ts';

/** How far the cells of a table row have been found, for each of the row's lines. */
export type RowProgress = Map<Token, number[]>;

/**
 * Where the text comes from that the multi-line table plugin puts together for one cell, to parse it as blocks: each of its
 * lines is a piece of one line of the row, from left to right.
 *
 * @param state of the table around the cell
 * @param tokens with the row's opening token, and the tokens of the cells before
 */
export function mapNestedText(
  state: StateBlock,
  tokens: readonly Token[],
  text: string,
  progress: RowProgress,
): SegmentMap {
  const row = openRow(tokens);
  const firstLine = row?.map?.[0] ?? state.line;
  const endLine = row?.map?.[1] ?? state.line + 1;
  const reached = (row && progress.get(row)) ?? [];
  if (row) progress.set(row, reached);
  const from: number[] = [];
  const to: number[] = [];
  let start = 0;
  let rowLine = firstLine;
  for (const line of text.split('\n')) {
    from.push(start);
    to.push(state.bMarks[rowLine] ?? 0);
    for (let candidate = rowLine; line.trim() !== '' && candidate < endLine; candidate++) {
      const lineStart = reached[candidate] ?? state.bMarks[candidate] ?? 0;
      const found = state.src.slice(lineStart, state.eMarks[candidate]).indexOf(line);
      if (found < 0) continue;
      to[to.length - 1] = lineStart + found;
      reached[candidate] = lineStart + found + line.length;
      rowLine = candidate;
      break;
    }
    start += line.length + 1;
    rowLine = Math.min(rowLine + 1, endLine - 1);
  }
  return { from, to };
}

function openRow(tokens: readonly Token[]): Token | undefined {
  let closed = 0;
  for (let i = tokens.length - 1; i >= 0; i--) {
    const token = tokens[i];
    if (token?.type === 'tr_close') closed++;
    if (token?.type === 'tr_open' && closed-- === 0) return token;
  }
  return undefined;
}

/** The map that first follows `inner`, then `outer`. Exact where no stretch of `inner` reaches over the end of one of `outer`. */
export function throughBoth(inner: SegmentMap, outer: SegmentMap | undefined): SegmentMap {
  return outer === undefined
    ? inner
    : { from: inner.from, to: inner.to.map((offset) => originalOffset(outer, offset)) };
}
