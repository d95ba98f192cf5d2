import { attributeOf, setAttribute } from '../page/html/attributes.ts';
import { serializeBodyInPieces } from '../page/html/serialize.ts';
import { bodyOf, type ChildNode, elementsAmong, type Root } from '../page/html/tree.ts';

/** A part of a page that can be shown by itself: an element right in the page, and what stands before the next one. */
export interface PageBlock {
  /** `data-line` on its elements is an index of `lines`. */
  readonly html: string;
  /** Zero-based lines of the source. */
  readonly lines: readonly number[];
}

/**
 * A final document in blocks. A block whose source has moved, since lines were typed above it, has other `lines` and the
 * same HTML.
 *
 * @param document with source lines as `data-line`, which become indices
 */
export function pageBlocks(document: Root): PageBlock[] {
  const groups = blocksOf(bodyOf(document)?.children ?? []);
  const lines = groups.map(takeLines);
  return serializeBodyInPieces(document, groups).map((html, index) => ({ html, lines: lines[index] ?? [] }));
}

/** Text and comments go with the element before them. */
function blocksOf(nodes: readonly ChildNode[]): ChildNode[][] {
  const groups: ChildNode[][] = [];
  for (const node of nodes) {
    const last = groups.at(-1);
    if (last === undefined || node.kind === 'element') groups.push([node]);
    else last.push(node);
  }
  return groups;
}

function takeLines(nodes: readonly ChildNode[]): number[] {
  const lines: number[] = [];
  for (const element of elementsAmong(nodes)) {
    const line = attributeOf(element, 'data-line');
    if (line === undefined) continue;
    setAttribute(element, 'data-line', String(lines.length));
    // A page may have written the attribute itself.
    lines.push(/^\d{1,9}$/.test(line) ? Number(line) : 0);
  }
  return lines;
}
