import type { Nodes, Table } from 'mdast';
import type { StyleFinding } from '../../edits/markdownTools.ts';
import { formatTable } from '../formatTable.ts';
import { rangeOf } from '../nodes.ts';
import type { Narrow } from './reported.ts';

/** One report for each table, at its first row, whichever cells are meant. */
export const table: Narrow = ({ text, ancestors }) => {
  const node = ancestors.find(isTable);
  if (node === undefined) return undefined;
  const known = findings.get(node);
  if (known !== undefined) return known;
  const range = rangeOf(node.children[0]);
  const finding = range && { range, changes: formatTable(node, text) };
  if (finding !== undefined) findings.set(node, finding);
  return finding;
};

/** A table has a report for each of its cells, and is formatted for the first of them. */
const findings = new WeakMap<Table, Omit<StyleFinding, 'code'>>();

function isTable(node: Nodes): node is Table {
  return node.type === 'table';
}
