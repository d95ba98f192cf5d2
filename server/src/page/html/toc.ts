import { attributeOf, hasClass } from './attributes.ts';
import { isHeading, levelOf } from './headings.ts';
import { type Element, elementsIn, textOf } from './tree.ts';

/** An entry of the table of contents, as Wiki.js stores it. */
export interface TocEntry {
  readonly title: string;
  /** `#` and the heading's slug; absent where the heading has no anchor sign. */
  readonly anchor?: string;
  readonly children: TocEntry[];
}

/**
 * The table of contents of a final page, from all its elements in document order. A heading that skips a level, or stands
 * before the first of the top level, is left out. Rules reference (e).
 */
export function tableOfContents(elements: readonly Element[]): TocEntry[] {
  const headings = elements.filter(isHeading);
  const topLevel = headings.some(({ name }) => name === 'h1') ? 1 : 2;
  const root: TocEntry[] = [];
  const passed = new Set<Element>();
  for (const heading of headings) {
    const siblings = placeFor(root, levelOf(heading) - topLevel);
    if (siblings === undefined) continue;
    const [sign, ...others] = elementsIn(heading).filter(
      (element) => hasClass(element, 'toc-anchor') && !passed.has(element),
    );
    const anchor = sign && attributeOf(sign, 'href');
    for (const element of sign === undefined ? [] : [sign, ...others]) passed.add(element);
    const title = textOf(heading, (element) => passed.has(element)).trim();
    siblings.push(anchor === undefined ? { title, children: [] } : { title, anchor, children: [] });
  }
  return root;
}

/** The list that an entry of this depth goes into; undefined if there is no entry above it. */
function placeFor(root: TocEntry[], depth: number): TocEntry[] | undefined {
  let siblings = root;
  for (let i = 0; i < depth; i++) {
    const last = siblings.at(-1);
    if (last === undefined) return undefined;
    siblings = last.children;
  }
  return siblings;
}
