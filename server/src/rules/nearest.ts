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

function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let distance = Math.min(replaced, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) distance = Math.min(distance, (beforeLast[j - 2] ?? 0) + 1);
      row.push(distance);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
