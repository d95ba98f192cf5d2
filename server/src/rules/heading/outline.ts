import type { Heading } from '../../page/page.ts';

/** A heading that the table of contents leaves out, and the level at which it would be in it. */
export interface LeftOut {
  readonly heading: Heading;
  readonly rightLevel: number;
  /** How deep it would stand then: 0 for the top. */
  readonly depth: number;
}

/**
 * The headings of a page that are not in its table of contents, since no heading one level above stands before them.
 * Rules reference (e).
 */
export function leftOutHeadings(headings: readonly Heading[]): LeftOut[] {
  const topLevel = headings.some(({ level }) => level === 1) ? 1 : 2;
  const leftOut: LeftOut[] = [];
  let openDepths = 0;
  for (const heading of headings) {
    const depth = heading.level - topLevel;
    if (depth <= openDepths) openDepths = depth + 1;
    else leftOut.push({ heading, rightLevel: topLevel + openDepths, depth: openDepths });
  }
  return leftOut;
}
