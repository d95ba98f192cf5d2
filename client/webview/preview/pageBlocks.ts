import type { BlockChange, PageBlock } from '../../../server/src/protocol.ts';
import { markedElements, markLines, setLine } from './blockLines.ts';
import { changesTo, pairUp } from './compareBlocks.ts';
import type { Enhancer } from './enhance.ts';
import type { FailedImages } from './failedImages.ts';
import { labelTasks } from './labels.ts';
import { sanitizePart } from './sanitize.ts';
import { upgradeTabsets } from './tabs.ts';
import { updateNodes } from './updateNodes.ts';

/** The blocks of the shown page, and the nodes that show them. */
export interface PageBlocks {
  /** Shows the blocks of a page in an element that is empty. */
  fill(contents: Element, blocks: readonly PageBlock[]): void;
  /**
   * Makes the shown page the next one. Blocks that stay are not touched (images do not load again); where others were
   * replaced, they are changed in place.
   */
  update(contents: Element, changes: readonly BlockChange[]): void;
  /** The same for a page of which nobody knows what is still the same. */
  replace(contents: Element, blocks: readonly PageBlock[]): void;
  /** Makes all blocks again that a test finds, by their nodes: they would look otherwise by now. */
  remake(contents: Element, isConcerned: (node: Element) => boolean): void;
}

interface ShownBlock {
  /** Its own in this document, whatever comes to stand in its place. */
  readonly key: number;
  readonly source: PageBlock;
  readonly nodes: readonly ChildNode[];
  /** For each of its elements with a line, in document order, the index of that line. */
  readonly marks: readonly number[];
}

export function createPageBlocks(enhance: Enhancer, failedImages: FailedImages): PageBlocks {
  let shown: readonly ShownBlock[] = [];
  let lastKey = 0;

  /** Shows a block before a node, in the place of another if there is one. */
  function put(contents: Element, source: PageBlock, before: ShownBlock | undefined, following: ChildNode | null) {
    const key = before?.key ?? ++lastKey;
    const part = sanitizePart(source.html);
    upgradeTabsets(part, key);
    enhance.show(part, key);
    labelTasks(part);
    failedImages.replaceIn(part);
    const marks = markLines(part, source.lines);
    const nodes = updateNodes(contents, before?.nodes ?? [], [...part.childNodes], following);
    return { key, source, nodes, marks };
  }

  function set(next: readonly ShownBlock[]): void {
    shown = next;
    const keys = new Set(next.map(({ key }) => key));
    enhance.forget((key) => !keys.has(key));
  }

  function update(contents: Element, changes: readonly BlockChange[]): void {
    const next: ShownBlock[] = [];
    let done = 0;
    let added: PageBlock[] = [];
    /** Puts what was added into the place of the blocks up to an index. */
    const close = (end: number) => {
      const replaced = shown.slice(done, end);
      const pairs = pairUp(replaced, added);
      const reused = new Set(pairs);
      for (const block of replaced) if (!reused.has(block)) for (const node of block.nodes) node.remove();
      added.forEach((block, index) => {
        const following = firstNode(pairs, index + 1) ?? firstNode(shown, end);
        next.push(put(contents, block, pairs[index], following));
      });
      added = [];
    };
    for (const change of changes) {
      if ('html' in change) {
        added.push(change);
        continue;
      }
      // Blocks stay in their order: what is said of others was not meant for what is shown.
      const from = Math.max(change.from, done);
      close(from);
      const kept = shown.slice(from, change.from + ('count' in change ? change.count : 1));
      next.push(...kept.map((block) => withLines(block, linesAfter(block.source.lines, change))));
      done = from + kept.length;
    }
    close(shown.length);
    set(next);
  }

  return {
    fill(contents, blocks) {
      set(blocks.map((block) => put(contents, block, undefined, null)));
    },
    update,
    replace(contents, blocks) {
      const before = shown.map(({ source }) => source);
      update(contents, changesTo(blocks, before));
    },
    remake(contents, isConcerned) {
      set(
        shown.map((block, index) =>
          block.nodes.some((node) => node instanceof Element && isConcerned(node))
            ? put(contents, block.source, block, firstNode(shown, index + 1))
            : block,
        ),
      );
    },
  };
}

function linesAfter(lines: readonly number[], change: Exclude<BlockChange, PageBlock>): readonly number[] {
  if ('lines' in change) return change.lines;
  return change.by === 0 ? lines : lines.map((line) => line + change.by);
}

function withLines(block: ShownBlock, lines: readonly number[]): ShownBlock {
  if (lines === block.source.lines) return block;
  const { marks, nodes, source } = block;
  markedElements(nodes).forEach((element, index) => {
    setLine(element, lines[marks[index] ?? -1]);
  });
  return { ...block, source: { ...source, lines } };
}

function firstNode(blocks: readonly (ShownBlock | undefined)[], from: number): ChildNode | null {
  for (let index = from; index < blocks.length; index++) {
    const node = blocks[index]?.nodes[0];
    if (node !== undefined) return node;
  }
  return null;
}
