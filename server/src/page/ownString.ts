/**
 * The same string in memory of its own. A slice of a file's text keeps the whole text alive in V8, so facts that outlive
 * the text must not hold slices of it.
 */
export function ownString(slice: string): string {
  // V8 copies slices of fewer than 13 characters anyway.
  return slice.length < 13 ? slice : (JSON.parse(JSON.stringify(slice)) as string);
}

/** `ownString` for the strings of one page, each different one kept once. */
export function createStringOwner(): (slice: string) => string {
  const owned = new Map<string, string>();
  return (slice) => {
    const known = owned.get(slice);
    if (known !== undefined) return known;
    const own = ownString(slice);
    owned.set(own, own);
    return own;
  };
}
