import type { Page } from '../page/page.ts';

/**
 * The order in which "Import everything" meets two files: breadth first, each folder in the order of its names' bytes.
 * Negative if `a` comes first.
 */
export function compareImportOrder(a: string, b: string): number {
  const left = a.split('/');
  const right = b.split('/');
  if (left.length !== right.length) return left.length - right.length;
  for (const [index, segment] of left.entries()) {
    const other = right[index] ?? '';
    if (segment !== other) return segment < other ? -1 : 1;
  }
  return 0;
}

/**
 * Which of the files that claim an address is its page, and the others as refused pages.
 * The first that imports wins: a page that Wiki.js refuses for a reason of its own leaves the address free
 * (rules reference (a) and (c)).
 */
export function settleCollision(claimants: readonly Page[]): { winner: Page | undefined; losers: readonly Page[] } {
  const importable = claimants
    .filter((page) => page.importError === undefined)
    .sort((a, b) => compareImportOrder(a.file, b.file));
  const winner = importable[0];
  const losers = importable.slice(1).map(
    (page): Page => ({
      ...page,
      importError: { reason: 'collision', message: `/${page.address.path} is already the page of ${winner?.file}` },
    }),
  );
  return { winner, losers };
}
