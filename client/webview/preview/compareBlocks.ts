import type { BlockChange, PageBlock } from '../../../server/src/protocol.ts';

/**
 * How a whole page comes out of the blocks that are shown: those at its start and its end that are the same stay.
 */
export function changesTo(blocks: readonly PageBlock[], shown: readonly PageBlock[]): BlockChange[] {
  const isSame = (one: PageBlock | undefined, other: PageBlock | undefined) => one?.html === other?.html;
  const shorter = Math.min(shown.length, blocks.length);
  let start = 0;
  while (start < shorter && isSame(shown[start], blocks[start])) start++;
  let end = 0;
  while (end < shorter - start && isSame(shown.at(-1 - end), blocks.at(-1 - end))) end++;
  const kept = (block: PageBlock, from: number) => ({ from, lines: block.lines });
  return [
    ...blocks.slice(0, start).map(kept),
    ...blocks.slice(start, blocks.length - end),
    ...blocks.slice(blocks.length - end).map((block, index) => kept(block, shown.length - end + index)),
  ];
}

/** For each block that is new, the one of those before whose place it takes: of the same kind, seen from both ends. */
export function pairUp<Block extends { readonly source: PageBlock }>(
  before: readonly Block[],
  after: readonly PageBlock[],
): (Block | undefined)[] {
  const pairs: (Block | undefined)[] = after.map(() => undefined);
  const isOfKind = (from: number, to: number) => kindOf(before[from]?.source) === kindOf(after[to]);
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  for (; start < shorter && isOfKind(start, start); start++) pairs[start] = before[start];
  let end = 1;
  for (; end <= shorter - start && isOfKind(before.length - end, after.length - end); end++) {
    pairs[after.length - end] = before[before.length - end];
  }
  for (; start <= shorter - end; start++) pairs[start] = before[start];
  return pairs;
}

function kindOf(block: PageBlock | undefined): string | undefined {
  return block && /^<[a-z0-9]+/i.exec(block.html)?.[0];
}
