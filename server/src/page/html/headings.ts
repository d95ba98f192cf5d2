import { createHeadingIds } from '../../wiki/slug.ts';
import { addClasses, attributeOf, setAttribute } from './attributes.ts';
import { parseFragment } from './parse.ts';
import { type ChildNode, createElement, createText, type Element, type Origin, textOf } from './tree.ts';

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

export interface HeadingFacts {
  /** The id that the step gave, before the sanitiser. */
  readonly slug: string;
  /** DOM text, trimmed, without the anchor sign. */
  readonly text: string;
  /** The id that its author gave it. */
  readonly ownId: string | undefined;
}

export function isHeading(element: Element): boolean {
  const { name } = element;
  return name.length === 2 && name.charCodeAt(0) === 104 && name >= 'h1' && name <= 'h6';
}

export function levelOf(heading: Element): HeadingLevel {
  return Number(heading.name[1]) as HeadingLevel;
}

/** Gives headings their ids and their anchor signs. The facts are kept by the headings' origins. Rules reference (e). */
export function anchorHeadings(headings: readonly Element[]): ReadonlyMap<Origin, HeadingFacts> {
  const facts = new Map<Origin, HeadingFacts>();
  const idOf = createHeadingIds();
  for (const heading of headings) {
    const text = textOf(heading);
    const ownId = attributeOf(heading, 'id') || undefined;
    const slug = idOf(text, ownId);
    setAttribute(heading, 'id', slug);
    addClasses(heading, 'toc-header');
    const anchor = anchorFor(slug);
    for (const node of anchor) node.parent = heading;
    heading.children.unshift(...anchor);
    if (heading.origin !== undefined) facts.set(heading.origin, { slug, text: text.trim(), ownId });
  }
  return facts;
}

/** Wiki.js writes the slug into HTML as it is, so a quote or a character reference in an author's id takes effect there. */
function anchorFor(slug: string): readonly ChildNode[] {
  if (/["&\r\0]/.test(slug)) {
    const html = `<a class="toc-anchor" href="#${slug}">\u00b6</a> `;
    return parseFragment({ html, origins: new Map() });
  }
  const anchor = createElement('a', { class: 'toc-anchor', href: `#${slug}` });
  const sign = createText('\u00b6');
  sign.parent = anchor;
  anchor.children.push(sign);
  return [anchor, createText(' ')];
}
