import type { HrefResolution } from '../../wiki/href.ts';
import { attributeOf, hasClass } from './attributes.ts';
import { type HeadingFacts, type HeadingLevel, isHeading, levelOf } from './headings.ts';
import type { LinkFacts, LinkState } from './links.ts';
import { type TocEntry, tableOfContents } from './toc.ts';
import { type Element, type Origin, textOf } from './tree.ts';

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
  /** Elements with the file of a film or a sound. */
  readonly media: readonly Element[];
  /** Those that are not ids of headings. */
  readonly otherIds: readonly FinalId[];
  readonly toc: readonly TocEntry[];
}

const mediaElements: ReadonlySet<string> = new Set(['video', 'audio', 'source', 'track']);

/** Reads the facts off the elements of a final document, as a browser would parse it. */
export function finalFacts(
  elements: readonly Element[],
  linkFacts: ReadonlyMap<Origin, LinkFacts>,
  states: ReadonlyMap<Origin, LinkState>,
  headingFacts: ReadonlyMap<Origin, HeadingFacts>,
): FinalFacts {
  const links: FinalLink[] = [];
  const headings: FinalHeading[] = [];
  const images: Element[] = [];
  const media: Element[] = [];
  const otherIds: FinalId[] = [];
  for (const element of elements) {
    if (isHeading(element)) {
      headings.push(...finalHeading(element, headingFacts));
    } else {
      if (element.name === 'a') links.push(...finalLink(element, linkFacts, states));
      if (element.name === 'img') images.push(element);
      if (mediaElements.has(element.name)) media.push(element);
      for (const id of idsOf(element)) otherIds.push({ id, element });
    }
  }
  return { links, headings, images, media, otherIds, toc: tableOfContents(elements) };
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

function idsOf(element: Element): readonly string[] {
  if (element.attributes.length === 0) return [];
  const id = attributeOf(element, 'id');
  const name = element.name === 'a' ? attributeOf(element, 'name') : undefined;
  return [id, name === id ? undefined : name].filter((value) => value !== undefined);
}
