import diffSequences from '@jest/diff-sequences';
import type { BlockChange, PageBlock } from '../protocol.ts';

/** More pairs of blocks than this are not compared one with another: what lies between the first and the last change is new. */
const mostPairs = 4_000_000;

/** How the blocks of a page come out of those that were there before, in as few as can be that are new. */
export function blockChanges(before: readonly PageBlock[], after: readonly PageBlock[]): BlockChange[] {
  const changes: BlockChange[] = [];
  let done = 0;
  const keep = (count: number, from: number, to: number) => {
    changes.push(...after.slice(done, to));
    for (let index = 0; index < count; index++) addKept(changes, before[from + index], after[to + index], from + index);
    done = to + count;
  };
  const isSame = (from: number, to: number) => before[from]?.html === after[to]?.html;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && isSame(start, start)) start++;
  let end = 0;
  while (end < shorter - start && isSame(before.length - 1 - end, after.length - 1 - end)) end++;
  keep(start, 0, 0);
  const between = [before.length - start - end, after.length - start - end] as const;
  if (between[0] * between[1] <= mostPairs) {
    diffSequences(
      ...between,
      (from, to) => isSame(start + from, start + to),
      (count, from, to) => keep(count, start + from, start + to),
    );
  }
  keep(end, before.length - end, after.length - end);
  return changes;
}

/** Adds a block that stays to those that stay before it, if all have moved by as many lines. */
function addKept(
  changes: BlockChange[],
  before: PageBlock | undefined,
  after: PageBlock | undefined,
  from: number,
): void {
  if (before === undefined || after === undefined) return;
  const by = shift(before.lines, after.lines);
  const last = changes.at(-1);
  if (by === undefined) {
    changes.push({ from, lines: after.lines });
  } else if (
    last !== undefined &&
    'count' in last &&
    last.from + last.count === from &&
    (last.by === by || by === 'any')
  ) {
    changes[changes.length - 1] = { ...last, count: last.count + 1 };
  } else {
    changes.push({ from, count: 1, by: by === 'any' ? 0 : by });
  }
}

/** By how much all lines differ; undefined if not all by the same. */
function shift(before: readonly number[], after: readonly number[]): number | 'any' | undefined {
  const [first] = before;
  if (first === undefined) return after.length === 0 ? 'any' : undefined;
  const by = (after[0] ?? 0) - first;
  return before.length === after.length && before.every((line, index) => after[index] === line + by) ? by : undefined;
}
