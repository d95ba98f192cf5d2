import { serializeBodyInPieces } from '../page/html/serialize.ts';
import { bodyOf, type ChildNode, type Element, type Root } from '../page/html/tree.ts';

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
 * @param elements those of the document, in its order
 */
export function pageBlocks(document: Root, elements: readonly Element[]): PageBlock[] {
  const body = bodyOf(document);
  const groups = blocksOf(body?.children ?? []);
  const lines: number[][] = groups.map(() => []);
  // What stands before the first element is a block too.
  let block = groups[0]?.[0]?.kind === 'element' ? -1 : 0;
  for (const element of elements) {
    if (element.parent === body) block++;
    const linesOfBlock = lines[block];
    if (linesOfBlock !== undefined) takeLine(element, linesOfBlock);
  }
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

function takeLine({ attributes }: Element, lines: number[]): void {
  for (const attribute of attributes) {
    if (attribute.name !== 'data-line') continue;
    // A page may have written the attribute itself.
    lines.push(/^\d{1,9}$/.test(attribute.value) ? Number(attribute.value) : 0);
    attribute.value = String(lines.length - 1);
  }
}
