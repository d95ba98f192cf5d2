import type { Nodes } from 'mdast';
import type { OffsetRange } from '../util/range.ts';

/** The place of a node in the text; undefined for one that no text made. */
export function rangeOf(node: Nodes | undefined): OffsetRange | undefined {
  const start = node?.position?.start.offset;
  const end = node?.position?.end.offset;
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** The children of a node, none if it is a leaf. */
export function childrenOf(node: Nodes | undefined): readonly Nodes[] {
  return node !== undefined && 'children' in node ? node.children : [];
}
