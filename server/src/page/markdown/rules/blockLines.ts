import type { StateBlock } from 'markdown-it';

/** A rule of the block parser, as markdown-it calls it. */
export type BlockRule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean;

/** Offset of a line's first character that is no indentation. */
export function lineStart(state: StateBlock, line: number): number {
  return (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
}

/** Offset of a line's end, its line break not included. */
export function lineEnd(state: StateBlock, line: number): number {
  return state.eMarks[line] ?? 0;
}

/** A line's indentation in columns, tabs expanded; below zero for a lazy continuation. */
export function indentOf(state: StateBlock, line: number): number {
  return state.sCount[line] ?? 0;
}

/** Whether a line is indented so far that it can only be code (CommonMark 4.4). */
export function isIndentedCode(state: StateBlock, line: number): boolean {
  return indentOf(state, line) - state.blkIndent >= 4;
}

/**
 * The line at which a paragraph that started above ends: the next blank line, or the first that a rule of this chain
 * takes away from it.
 */
export function endOfParagraph(
  state: StateBlock,
  startLine: number,
  endLine: number,
  chain: 'paragraph' | 'reference',
): number {
  const terminators = state.md.block.ruler.getRules(chain);
  const outer = state.parentType;
  state.parentType = chain;
  let line = startLine + 1;
  for (; line < endLine && !state.isEmpty(line); line++) {
    const isContinuation = indentOf(state, line) - state.blkIndent > 3 || indentOf(state, line) < 0;
    if (!isContinuation && isTerminated(state, terminators, line, endLine)) break;
  }
  state.parentType = outer;
  return line;
}

/** Whether one of these rules would start a block of its own at a line. */
export function isTerminated(
  state: StateBlock,
  terminators: readonly BlockRule[],
  line: number,
  endLine: number,
): boolean {
  return terminators.some((terminator) => terminator(state, line, endLine, true));
}
