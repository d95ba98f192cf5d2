import { editDistance } from '../util/editDistance.ts';

/**
 * How alike two texts are, from 0 to 1: the share of letters that need no edit (insertion, deletion, replacement, or a
 * swap of neighbours), letter case aside.
 */
export function similarity(a: string, b: string): number {
  const left = a.toLowerCase();
  const right = b.toLowerCase();
  const longest = Math.max(left.length, right.length);
  if (longest === 0) return 1;
  return 1 - editDistance(left, right) / longest;
}

/** The candidates that are alike enough to have been meant, the likeliest first; at most `count`. */
export function nearest<T>(
  candidates: Iterable<T>,
  likeness: (candidate: T) => number,
  { least, count }: { readonly least: number; readonly count: number },
): T[] {
  const scored: { readonly candidate: T; readonly score: number }[] = [];
  for (const candidate of candidates) {
    const score = likeness(candidate);
    if (score >= least) scored.push({ candidate, score });
  }
  return scored
    .sort((a, b) => b.score - a.score)
    .slice(0, count)
    .map(({ candidate }) => candidate);
}
