import type { StateBlock } from 'markdown-it';
import { endOfParagraph, indentOf, isIndentedCode, isTerminated, lineEnd, lineStart } from './blockLines.ts';

// These three differ from the newest markdown-it in what is trimmed off a block's text: all of Unicode's white space
// went before 14, so that a no-break space at either end did not count.

/** A paragraph. */
export function paragraph(state: StateBlock, startLine: number, endLine: number): boolean {
  const nextLine = endOfParagraph(state, startLine, endLine, 'paragraph');
  const content = state.getLines(startLine, nextLine, state.blkIndent, false).trim();
  state.line = nextLine;
  pushTextBlock(state, { type: 'paragraph', tag: 'p', markup: '', content, lines: [startLine, nextLine] });
  return true;
}

/** A heading after number signs. */
export function heading(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  if (isIndentedCode(state, startLine)) return false;
  const start = lineStart(state, startLine);
  let end = lineEnd(state, startLine);
  const marks = /^#{1,6}(?=[ \t]|$)/.exec(state.src.slice(start, end))?.[0];
  if (marks === undefined) return false;
  if (silent) return true;

  const textStart = start + marks.length;
  end = state.skipSpacesBack(end, textStart);
  const beforeClosing = state.skipCharsBack(end, 0x23, textStart);
  if (beforeClosing > textStart && /[ \t]/.test(state.src.charAt(beforeClosing - 1))) end = beforeClosing;
  state.line = startLine + 1;
  pushTextBlock(state, {
    type: 'heading',
    tag: `h${marks.length}`,
    markup: marks,
    content: state.src.slice(textStart, end).trim(),
    lines: [startLine, state.line],
  });
  return true;
}

/** A heading underlined with equals signs or hyphens. */
export function underlinedHeading(state: StateBlock, startLine: number, endLine: number): boolean {
  if (isIndentedCode(state, startLine)) return false;
  const underline = underlineOf(state, startLine, endLine);
  if (underline === undefined) return false;
  const { line, marker } = underline;
  state.line = line + 1;
  pushTextBlock(state, {
    type: 'heading',
    tag: marker === '=' ? 'h1' : 'h2',
    markup: marker,
    content: state.getLines(startLine, line, state.blkIndent, false).trim(),
    lines: [startLine, state.line],
    textLines: [startLine, line],
  });
  return true;
}

function underlineOf(
  state: StateBlock,
  startLine: number,
  endLine: number,
): { line: number; marker: string } | undefined {
  const terminators = state.md.block.ruler.getRules('paragraph');
  const outer = state.parentType;
  state.parentType = 'paragraph';
  let underline: { line: number; marker: string } | undefined;
  for (let line = startLine + 1; line < endLine && !state.isEmpty(line); line++) {
    if (indentOf(state, line) - state.blkIndent > 3) continue;
    if (indentOf(state, line) >= state.blkIndent && isUnderline(state, line)) {
      underline = { line, marker: state.src.charAt(lineStart(state, line)) };
      break;
    }
    if (indentOf(state, line) >= 0 && isTerminated(state, terminators, line, endLine)) break;
  }
  state.parentType = outer;
  return underline;
}

function isUnderline(state: StateBlock, line: number): boolean {
  const start = lineStart(state, line);
  const marker = state.src.charCodeAt(start);
  if (marker !== 0x2d && marker !== 0x3d) return false;
  return state.skipSpaces(state.skipChars(start, marker)) >= lineEnd(state, line);
}

interface TextBlock {
  readonly type: 'paragraph' | 'heading';
  readonly tag: string;
  readonly markup: string;
  readonly content: string;
  readonly lines: [number, number];
  readonly textLines?: [number, number];
}

function pushTextBlock(state: StateBlock, block: TextBlock): void {
  const open = state.push(`${block.type}_open`, block.tag, 1);
  open.markup = block.markup;
  open.map = [...block.lines];
  const inline = state.push('inline', '', 0);
  inline.content = block.content;
  inline.map = [...(block.textLines ?? block.lines)];
  inline.children = [];
  state.push(`${block.type}_close`, block.tag, -1).markup = block.markup;
}
