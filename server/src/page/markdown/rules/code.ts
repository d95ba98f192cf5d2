import type { StateBlock } from 'markdown-it';
import { isIndentedCode } from './blockLines.ts';

/** Indented code. At the end of a page without a last line break it has none either, unlike since markdown-it 12. */
export function indentedCode(state: StateBlock, startLine: number, endLine: number): boolean {
  if (!isIndentedCode(state, startLine)) return false;
  let end = startLine + 1;
  for (let line = end; line < endLine; line++) {
    if (state.isEmpty(line)) continue;
    if (!isIndentedCode(state, line)) break;
    end = line + 1;
  }
  state.line = end;
  const token = state.push('code_block', 'code', 0);
  token.content = state.getLines(startLine, end, 4 + state.blkIndent, true);
  token.map = [startLine, end];
  return true;
}
