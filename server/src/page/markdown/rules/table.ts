import type { StateBlock } from 'markdown-it';
import { indentOf, isIndentedCode, lineEnd, lineStart } from './blockLines.ts';

type Alignment = 'left' | 'right' | 'center' | undefined;

/** Beyond this number of cells that the page's author left out, a table ends (the limit of the newest markdown-it). */
const maximalMissingCells = 65536;

/**
 * A table as in markdown-it 11, which is not yet GitHub's: a pipe within a code span does not part cells, every row
 * needs a pipe, no other block interrupts a table, the header may have fewer cells than the line below it, and a
 * table without rows still has a body.
 */
export function table(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const delimiterLine = startLine + 1;
  if (startLine + 2 > endLine || indentOf(state, delimiterLine) < state.blkIndent) return false;
  if (isIndentedCode(state, delimiterLine) || !mayBeDelimiterRow(state, delimiterLine)) return false;
  const alignments = parseAlignments(lineText(state, delimiterLine));
  if (alignments === undefined) return false;

  const headerText = lineText(state, startLine).trim();
  if (!headerText.includes('|') || isIndentedCode(state, startLine)) return false;
  const header = splitRow(headerText);
  if (header.length > alignments.length) return false;
  if (silent) return true;

  const tableLines: [number, number] = [startLine, 0];
  const bodyLines: [number, number] = [startLine + 2, 0];
  state.push('table_open', 'table', 1).map = tableLines;
  state.push('thead_open', 'thead', 1).map = [startLine, startLine + 1];
  pushRow(state, 'th', header, alignments.slice(0, header.length), startLine);
  state.push('thead_close', 'thead', -1);
  state.push('tbody_open', 'tbody', 1).map = bodyLines;
  const nextLine = pushBody(state, alignments.slice(0, header.length), startLine + 2, endLine);
  state.push('tbody_close', 'tbody', -1);
  state.push('table_close', 'table', -1);
  tableLines[1] = nextLine;
  bodyLines[1] = nextLine;
  state.line = nextLine;
  return true;
}

function pushBody(state: StateBlock, alignments: readonly Alignment[], from: number, endLine: number): number {
  let missingCells = 0;
  let line = from;
  for (; line < endLine && indentOf(state, line) >= state.blkIndent; line++) {
    const text = lineText(state, line).trim();
    if (!text.includes('|') || isIndentedCode(state, line)) break;
    const cells = splitRow(text);
    missingCells += Math.max(0, alignments.length - cells.length);
    if (missingCells > maximalMissingCells) break;
    pushRow(state, 'td', cells, alignments, line);
  }
  return line;
}

function pushRow(
  state: StateBlock,
  tag: 'th' | 'td',
  cells: readonly string[],
  alignments: readonly Alignment[],
  line: number,
): void {
  state.push('tr_open', 'tr', 1).map = [line, line + 1];
  alignments.forEach((alignment, column) => {
    const open = state.push(`${tag}_open`, tag, 1);
    open.map = [line, line + 1];
    if (alignment !== undefined) open.attrs = [['style', `text-align:${alignment}`]];
    const inline = state.push('inline', '', 0);
    inline.map = [line, line + 1];
    inline.content = cells[column]?.trim() ?? '';
    inline.children = [];
    state.push(`${tag}_close`, tag, -1);
  });
  state.push('tr_close', 'tr', -1);
}

/** The text of a line from the block's column on, counted in characters: a tab is one here. */
function lineText(state: StateBlock, line: number): string {
  const start = (state.bMarks[line] ?? 0) + state.blkIndent;
  return state.src.slice(start, Math.max(start, lineEnd(state, line)));
}

function mayBeDelimiterRow(state: StateBlock, line: number): boolean {
  return /^[|:-][|:\- \t]*$/.test(state.src.slice(lineStart(state, line), lineEnd(state, line)));
}

function parseAlignments(text: string): Alignment[] | undefined {
  const columns = text.split('|').map((column) => column.trim());
  const alignments: Alignment[] = [];
  for (const [index, column] of columns.entries()) {
    if (column === '' && (index === 0 || index === columns.length - 1)) continue;
    if (!/^:?-+:?$/.test(column)) return undefined;
    if (column.endsWith(':')) alignments.push(column.startsWith(':') ? 'center' : 'right');
    else alignments.push(column.startsWith(':') ? 'left' : undefined);
  }
  return alignments;
}

/** Parts a row at its pipes, outer ones left out; one behind a backslash or within backticks is text. */
function splitRow(row: string): string[] {
  const text = row.replace(/^\||\|$/g, '');
  const cells: string[] = [];
  let cellStart = 0;
  let backslashes = 0;
  let inCode = false;
  let lastBacktick = 0;
  for (let at = 0; at < text.length; ) {
    const char = text.charAt(at);
    const isEscaped = backslashes % 2 === 1;
    if (char === '`' && (inCode || !isEscaped)) {
      inCode = !inCode;
      lastBacktick = at;
    } else if (char === '|' && !isEscaped && !inCode) {
      cells.push(text.slice(cellStart, at));
      cellStart = at + 1;
    }
    backslashes = char === '\\' ? backslashes + 1 : 0;
    at++;
    if (at === text.length && inCode) {
      // The last backtick opens nothing: the pipes behind it part cells after all.
      inCode = false;
      at = lastBacktick + 1;
    }
  }
  cells.push(text.slice(cellStart));
  return cells;
}
