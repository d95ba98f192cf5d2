/**
 * The order in which "Import everything" comes upon two files: breadth first, the names of each folder in the order of
 * their UTF-16 units. Negative if `a` comes first; for sorting.
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
