import MarkdownItParser, { type Env, type MarkdownIt, type StateCore, type Token } from 'markdown-it';
import { noteFailure } from '../failures.ts';
import { useOldSyntax } from '../rules/chains.ts';
import { calculate } from './arithmetic.ts';

interface Column {
  readonly index: number;
  /** `regular`, `aggregated`, or what the author wrote before the equals sign. */
  readonly type: string;
  readonly name: string;
  readonly aggregator: string;
  readonly formula: string | undefined;
}

type Row = (string | undefined)[];

/** Wiki.js cannot render the page, as markdown-it-pivot-table throws. */
class PivotError extends Error {}

/** A table whose header has `group=` and `SUM(…)` columns becomes the table that they describe, as markdown-it-pivot-table 1.0.5. */
export function pivotTable(md: MarkdownIt): void {
  const cellParser = new MarkdownItParser();
  useOldSyntax(cellParser);
  md.core.ruler.push('pivot_table', (state) => {
    const tables = slicesBetween(state.tokens, 'table_open', 'table_close');
    try {
      for (const table of tables) replaceTable(state, table, cellParser);
    } catch (error) {
      if (!(error instanceof PivotError || error instanceof RangeError)) throw error;
      noteFailure(state.env, `a pivot table: ${error.message}`);
    }
  });
}

function replaceTable(state: StateCore, table: readonly Token[], cellParser: MarkdownIt): void {
  const columns = slicesBetween(table, 'th_open', 'th_close').map((cell, index) => parseColumn(cell, index));
  if (!columns.some(({ type }) => type !== 'regular')) return;
  const body = slicesBetween(table, 'tbody_open', 'tbody_close')[0];
  if (body === undefined || !columns.some(({ type }) => type === 'aggregated')) {
    throw new PivotError('no column is a sum or the like');
  }
  const rows = slicesBetween(body, 'tr_open', 'tr_close').map(
    (row): Row => slicesBetween(row, 'td_open', 'td_close').map((cell) => cell[1]?.content),
  );
  for (const row of rows) for (const column of columns) fillCell(row, column, columns);

  const visible = columns.filter(({ type }) => type !== 'regular');
  const groups = groupRows(rows, visible).map((group) => visible.map((column) => summarize(group, column)));
  const tokens = parseTable(
    cellParser,
    state.env,
    visible.map(({ name }) => name),
    groups,
  );
  const [first] = table;
  if (first === undefined) return;
  for (const token of tokens) token.map = null;
  if (tokens[0] !== undefined) tokens[0].map = first.map;
  state.tokens.splice(state.tokens.indexOf(first), table.length, ...tokens);
}

function parseColumn(cell: readonly Token[], index: number): Column {
  const content = cell[1]?.content.trim() ?? '';
  if (!content.includes('=')) return { index, type: 'regular', name: content, aggregator: '', formula: undefined };
  const [left = '', right = ''] = content.split('=').map((part) => part.trim());
  if (left === '' || right === '') throw new PivotError('nothing stands on one side of an equals sign');
  const [, aggregator, formula] = /^(SUM|AVG|MIN|MAX|CNT|ANY)\((.*)\)/.exec(right) ?? [];
  if (aggregator === undefined)
    return { index, type: left.toLowerCase(), name: right, aggregator: '', formula: undefined };
  return { index, type: 'aggregated', name: left, aggregator, formula };
}

/** Puts the formula of its column into an empty cell, and other cells of the row in place of their names in braces. */
function fillCell(row: Row, column: Column, columns: readonly Column[]): string | undefined {
  let value = row[column.index] || column.formula;
  for (const variable of value?.match(/{[^}]+}/g) ?? []) {
    const source = columns.findLast(({ name }) => name === variable.replace(/[{}]/g, ''));
    if (source === undefined) throw new PivotError(`there is no column ${variable}`);
    value = value?.replace(variable, String(fillCell(row, source, columns)));
  }
  row[column.index] = value;
  return value;
}

/** Rows with the same values in the group columns, in the order of the properties of an object: small numbers first. */
function groupRows(rows: readonly Row[], visible: readonly Column[]): Row[][] {
  const groups: Record<string, Row[]> = {};
  const groupColumns = visible.filter(({ type }) => type === 'group');
  for (const row of rows) {
    const key = groupColumns.map(({ index }) => row[index]).join(':');
    const group = Object.hasOwn(groups, key) ? groups[key] : undefined;
    if (group === undefined) groups[key] = [row];
    else group.push(row);
  }
  return Object.values(groups);
}

function summarize(rows: readonly Row[], { index, type, aggregator }: Column): string | undefined {
  if (type === 'group') return rows[0]?.[index];
  if (type !== 'aggregated') return undefined;
  if (aggregator === 'ANY') return rows.map((row) => row[index] || '').find((value) => value.trim() !== '');
  const values = rows.map((row) => numberIn(row[index]));
  const sum = values.reduce((total: number, value) => total + (value || 0), 0);
  if (aggregator === 'CNT') return values.length.toFixed(2);
  if (aggregator === 'SUM') return sum.toFixed(2);
  if (aggregator === 'AVG') return (sum / values.length).toFixed(2);
  // The least and the greatest are known of one value only: the original passes the list where numbers are due.
  return (values.length === 1 ? (values[0] ?? 0) : Number.NaN).toFixed(2);
}

function numberIn(cell: string | undefined): number | undefined {
  if (!cell) return undefined;
  const value = calculate(cell);
  if (value === undefined) throw new PivotError(`"${cell}" is no formula`);
  return value;
}

/** The table goes through Markdown once more, without any plugin. Right-aligned is what holds mostly numbers. */
function parseTable(
  parser: MarkdownIt,
  env: Env,
  names: readonly string[],
  groups: readonly (readonly (string | undefined)[])[],
): Token[] {
  const rows = groups.slice(0, groups.findLastIndex((row) => row.some((value) => value !== undefined)) + 1);
  const lines = [names.map((name) => name.replace(/^(\s*)(.*\S)(\s*)$/, '$1**$2**$3')), ...rows].map((cells) =>
    lineOf(cells, rows.length > 0 ? ' ' : ''),
  );
  const delimiters = names.map((_name, column) => {
    const numbers = rows.filter((row) => /^[0-9.\-,%\s]*$/.test(row[column] ?? '')).length;
    return numbers > rows.length / 2 ? '--:' : '---';
  });
  // Without a row, there is no delimiter row either.
  if (rows.length > 0) lines.splice(1, 0, `|${delimiters.join('|')}|`);
  const cellEnv = {
    get references(): undefined {
      noteFailure(env, 'a pivot table: square brackets in a cell');
      return undefined;
    },
  };
  return parser.parse(`${lines.join('\n')}\n`, cellEnv);
}

function lineOf(cells: readonly (string | undefined)[], padding: string): string {
  const contents = cells.map((cell) => (cell ?? '').split('\n').join('<br>').replace(/\|/g, '&#124;'));
  return `|${contents.map((content) => padding + content + padding).join('|')}|`;
}

/** The stretches of tokens from one type to the next of another. */
function slicesBetween(tokens: readonly Token[], open: string, close: string): Token[][] {
  const slices: Token[][] = [];
  for (let start = 0; start < tokens.length; start++) {
    if (tokens[start]?.type !== open) continue;
    const length = tokens.slice(start).findIndex(({ type }) => type === close) + 1;
    if (length === 0) continue;
    slices.push(tokens.slice(start, start + length));
    start += length - 1;
  }
  return slices;
}
