/** A block of the page that says at which line of the source it begins. */
export interface Mark {
  /** Zero-based. */
  readonly line: number;
  /** In CSS pixels from the top of the document; undefined where the block is not shown: in another tab, in closed details. */
  readonly top: number | undefined;
}

/** The way between lines of the source and places of the page. Lines are zero-based, and may lie between two. */
export interface LineMap {
  /** Where a line is shown, in CSS pixels from the top of the document; of a hidden block, where the last one before it is shown. */
  topOf(line: number): number;
  /** The line that is shown at a place. */
  lineAt(top: number): number;
  /** The index of the mark whose block a line is shown in; undefined above the first. */
  markOf(line: number): number | undefined;
}

interface Block extends Mark {
  readonly top: number;
  readonly index: number;
}

/** Places within a pixel are the same: browsers scroll by whole ones. */
const tolerance = 1;

/**
 * Maps lines to places and back. Within a block both grow in proportion, up to the next block that is shown.
 *
 * @param marks in document order; lines need not grow, since footnotes stand elsewhere than they are shown
 * @param end the source's number of lines, if known, and the page's height
 */
export function createLineMap(marks: readonly Mark[], end: { readonly line: number; readonly top: number }): LineMap {
  const blocks = marks.flatMap(({ line, top }, index): Block[] => (top === undefined ? [] : [{ line, top, index }]));
  // What stands above the first block, title and description, belongs to the frontmatter.
  const start: Block = { line: 0, top: 0, index: -1 };
  const byLine = [start, ...blocks.toSorted((one, other) => one.line - other.line)];
  const byTop = [start, ...blocks.toSorted((one, other) => one.top - other.top)];
  const endLineOf = new Map<Block, number>();
  byLine.forEach((block, position) => {
    endLineOf.set(block, byLine[position + 1]?.line ?? Math.max(end.line, block.line + 1));
  });
  const bottomOf = new Map<Block, number>();
  byTop.forEach((block, position) => {
    bottomOf.set(block, byTop[position + 1]?.top ?? Math.max(end.top, block.top));
  });
  const blockOf = (line: number): Block => lastWhere(byLine, (block) => block.line <= line) ?? start;

  return {
    topOf(line) {
      if (line <= 0) return 0;
      const block = blockOf(line);
      const lines = (endLineOf.get(block) ?? 0) - block.line;
      const share = lines > 0 ? Math.min((line - block.line) / lines, 1) : 0;
      return block.top + share * ((bottomOf.get(block) ?? 0) - block.top);
    },
    lineAt(top) {
      const block = lastWhere(byTop, (other) => other.top <= top + tolerance) ?? start;
      // Of blocks that begin at the same place (a quote and its first paragraph) the first is the whole.
      if (top - block.top <= tolerance) {
        return (byTop.find((other) => other.top >= block.top - tolerance / 2) ?? block).line;
      }
      const height = (bottomOf.get(block) ?? 0) - block.top;
      const share = height > 0 ? Math.min((top - block.top) / height, 1) : 0;
      return block.line + share * ((endLineOf.get(block) ?? 0) - block.line);
    },
    markOf(line) {
      const { index } = blockOf(line);
      return index < 0 ? undefined : index;
    },
  };
}

/** The last item for which a condition holds that, once it fails, fails for all that follow. */
function lastWhere<Item>(items: readonly Item[], holds: (item: Item) => boolean): Item | undefined {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && holds(item)) low = middle + 1;
    else high = middle;
  }
  return items[low - 1];
}
