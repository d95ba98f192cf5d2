import type { StateBlock } from 'markdown-it';
import { type BlockRule, lineEnd, lineStart } from './blockLines.ts';

/**
 * A list. Only one question has another answer than in the newest markdown-it: whether a line interrupts a paragraph.
 * Version 11 compared the number of indentation characters, not their width, with the column of the block.
 *
 * @param parseList the rule of the newest markdown-it
 */
export function listRule(parseList: BlockRule): BlockRule {
  return (state, startLine, endLine, silent) => {
    if (!silent || state.parentType !== 'paragraph') return parseList(state, startLine, endLine, silent);
    state.parentType = 'list';
    const isList = parseList(state, startLine, endLine, true);
    state.parentType = 'paragraph';
    if (!isList) return false;
    const isInside = (state.tShift[startLine] ?? 0) >= state.blkIndent;
    return !isInside || interruptsParagraph(state, startLine);
  };
}

/** Only a list item with content can, and a numbered one only if it is number 1 (CommonMark 5.2). */
function interruptsParagraph(state: StateBlock, line: number): boolean {
  const text = state.src.slice(lineStart(state, line), lineEnd(state, line));
  const [marker = '', number] = /^(?:(\d+)[.)]|[*+-])/.exec(text) ?? [];
  if (number !== undefined && Number(number) !== 1) return false;
  return /[^ \t]/.test(text.slice(marker.length));
}
