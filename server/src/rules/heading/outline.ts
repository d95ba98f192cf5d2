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

/** Headings that the table of contents leaves out, one after the other: the first one and all that follow it. */
export interface LeftOutRun {
  readonly first: LeftOut;
  readonly headings: readonly Heading[];
}

/**
 * The headings that are left out, in runs between those that are not. Those in tabs are passed over: the heading of their
 * tab is none any more, so that they cannot but skip a level.
 */
export function leftOutRuns(headings: readonly Heading[]): LeftOutRun[] {
  const byHeading = new Map(leftOutHeadings(headings).map((leftOut) => [leftOut.heading, leftOut]));
  const runs: { first: LeftOut; headings: Heading[] }[] = [];
  let isOpen = false;
  for (const heading of headings) {
    const leftOut = byHeading.get(heading);
    if (leftOut === undefined) isOpen = false;
    else if (heading.isInTab) continue;
    else if (isOpen) runs.at(-1)?.headings.push(heading);
    else {
      runs.push({ first: leftOut, headings: [heading] });
      isOpen = true;
    }
  }
  return runs;
}
