import { markdownTable } from 'markdown-table';
import type { Nodes, Table, TableRow } from 'mdast';
import stringWidth from 'string-width';
import type { MarkdownSource } from '../edits/markdownTools.ts';
import type { Replacement } from '../edits/plan.ts';
import { type OffsetRange, touches } from '../util/range.ts';
import { childrenOf, rangeOf } from './nodes.ts';
import { parseMarkdown } from './parse.ts';

/** See `MarkdownTools.formatTable`. */
export function formatTableAt(source: MarkdownSource, offset: number): readonly Replacement[] | 'no-table' | 'unfit' {
  const table = tableAt(parseMarkdown(source), offset);
  return table === undefined ? 'no-table' : (formatTable(table, source.text) ?? 'unfit');
}

function tableAt(node: Nodes, offset: number): Table | undefined {
  const range = rangeOf(node);
  if (range !== undefined && !touches(range, offset)) return undefined;
  if (node.type === 'table') return node;
  for (const child of childrenOf(node)) {
    const found = tableAt(child, offset);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Lines a table's pipes up, as wide as a terminal or an editor shows its cells: wide characters and emoji count twice. What
 * is in the cells stays as it is written. Undefined where something else than pipes and white space stands around them;
 * only lines that change are among the replacements.
 */
export function formatTable(table: Table, text: string): Replacement[] | undefined {
  const lines = linesOf(table, text);
  const rows = table.children.map((row) => cellsOf(row, text));
  const [header, ...others] = rows;
  if (lines === undefined || header === undefined || rows.some((row, index) => !isAllOf(lines[index], row, text)))
    return undefined;
  const width = header.length;
  // Cells beyond the header's are not shown; they stay, but must not make the table wider.
  const written = markdownTable(
    [header, ...others].map((row) => row.slice(0, width)),
    {
      align: table.align?.map((align) => align ?? ''),
      stringLength: stringWidth,
    },
  ).split('\n');
  const [first = '', delimiters = '', ...rest] = written;
  const beyond = (index: number) =>
    (rows[index] ?? [])
      .slice(width)
      .map((cell) => ` ${cell} |`)
      .join('');
  const changes = [first, ...rest.map((line, index) => line + beyond(index + 1))].map((newText, index) =>
    replacement(lines[index], newText),
  );
  changes.splice(1, 0, replacement(delimiterLine(table, text), delimiters));
  return changes.flatMap((change) => (change === undefined || isSame(change, text) ? [] : [change]));
}

function replacement(range: OffsetRange | undefined, newText: string): Replacement | undefined {
  return range && { range, newText };
}

function isSame({ range, newText }: Replacement, text: string): boolean {
  return text.slice(range.start, range.end) === newText;
}

/** The places of the rows, without what marks the quote or the list that the table lies in. */
function linesOf(table: Table, text: string): OffsetRange[] | undefined {
  const lines = table.children.flatMap((row) => rangeOf(row) ?? []);
  const isWhole =
    lines.length === table.children.length && lines.every(({ start, end }) => !/[\r\n]/.test(text.slice(start, end)));
  return isWhole ? lines : undefined;
}

function delimiterLine(table: Table, text: string): OffsetRange | undefined {
  const header = rangeOf(table.children[0]);
  const line = /[^\r\n]*(?:\r\n|\r|\n)([ \t>]*)([-:| \t]*[-:|])/y;
  line.lastIndex = header?.end ?? text.length;
  const found = line.exec(text);
  return found === null ? undefined : { start: line.lastIndex - (found[2] ?? '').length, end: line.lastIndex };
}

function cellsOf(row: TableRow, text: string): string[] {
  return row.children.map(({ children }) => {
    const [first, last] = [rangeOf(children[0]), rangeOf(children.at(-1))];
    return first === undefined || last === undefined ? '' : text.slice(first.start, last.end);
  });
}

/** Whether a line holds these cells and nothing else. */
function isAllOf(line: OffsetRange | undefined, cells: readonly string[], text: string): boolean {
  if (line === undefined) return false;
  let rest = text.slice(line.start, line.end);
  for (const cell of cells) {
    const start = rest.indexOf(cell);
    if (start === -1 || !/^[\s|]*$/.test(rest.slice(0, start))) return false;
    rest = rest.slice(start + cell.length);
  }
  return /^[\s|]*$/.test(rest);
}
