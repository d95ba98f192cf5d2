import type { HrefResolution } from '../../wiki/href.ts';
import { attributeOf, hasClass } from './attributes.ts';
import { type HeadingFacts, type HeadingLevel, isHeading, levelOf } from './headings.ts';
import type { LinkFacts, LinkState } from './links.ts';
import { roundTrip } from './roundTrip.ts';
import { type TocEntry, tableOfContents } from './toc.ts';
import { type Element, elementsIn, type Origin, type Root, textOf } from './tree.ts';

/** An `<a>` of the final page that is neither a heading's anchor sign nor a footnote's way back. */
export interface FinalLink {
  readonly element: Element;
  readonly origin: Origin;
  /** The href before Wiki.js's link step. */
  readonly url: string | undefined;
  /** The href in the final page; undefined where the sanitiser took it away, or there was none. */
  readonly href: string | undefined;
  readonly resolution: HrefResolution;
  /** For a link whose page Wiki.js looks up. */
  readonly state: LinkState | undefined;
  /** DOM text, trimmed. */
  readonly text: string;
}

export interface FinalHeading extends HeadingFacts {
  readonly element: Element;
  readonly origin: Origin;
  readonly level: HeadingLevel;
  /** Null where the sanitiser took it away. */
  readonly id: string | null;
}

/** An id, or the name of an `<a>`, that a fragment can lead to. */
export interface FinalId {
  readonly id: string;
  readonly element: Element;
}

/** What the page that a browser gets holds, each in document order. */
export interface FinalFacts {
  readonly links: readonly FinalLink[];
  readonly headings: readonly FinalHeading[];
  readonly images: readonly Element[];
  /** Those that are not ids of headings. */
  readonly otherIds: readonly FinalId[];
  readonly toc: readonly TocEntry[];
}

/** Reads the facts off a final document, as a browser would parse it. */
export function finalFacts(
  document: Root,
  links: ReadonlyMap<Origin, LinkFacts>,
  states: ReadonlyMap<Origin, LinkState>,
  headings: ReadonlyMap<Origin, HeadingFacts>,
): FinalFacts {
  const elements = elementsIn(roundTrip(document));
  return {
    links: elements.flatMap((element) => finalLink(element, links, states)),
    headings: elements.flatMap((element) => finalHeading(element, headings)),
    images: elements.filter(({ name }) => name === 'img'),
    otherIds: elements.flatMap(idsOf),
    toc: tableOfContents(elements),
  };
}

function finalLink(
  element: Element,
  links: ReadonlyMap<Origin, LinkFacts>,
  states: ReadonlyMap<Origin, LinkState>,
): FinalLink[] {
  const { origin } = element;
  const facts = origin && links.get(origin);
  if (origin === undefined || facts === undefined) return [];
  if (hasClass(element, 'toc-anchor') || hasClass(element, 'footnote-backref')) return [];
  const href = attributeOf(element, 'href');
  return [{ element, origin, ...facts, href, state: states.get(origin), text: textOf(element).trim() }];
}

function finalHeading(element: Element, headings: ReadonlyMap<Origin, HeadingFacts>): FinalHeading[] {
  const { origin } = element;
  const facts = origin && headings.get(origin);
  if (origin === undefined || facts === undefined || !isHeading(element)) return [];
  return [{ element, origin, ...facts, level: levelOf(element), id: attributeOf(element, 'id') ?? null }];
}

function idsOf(element: Element): FinalId[] {
  const id = isHeading(element) ? undefined : attributeOf(element, 'id');
  const name = element.name === 'a' ? attributeOf(element, 'name') : undefined;
  const ids = new Set([id, name].filter((value) => value !== undefined));
  return [...ids].map((value) => ({ id: value, element }));
}
