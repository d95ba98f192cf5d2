import { type DefaultTreeAdapterTypes, parseFragment, type Token } from 'parse5';
import { isDeletedId } from '../wiki/deletedIds.ts';
import { createHeadingIds } from '../wiki/slug.ts';

type Element = DefaultTreeAdapterTypes.Element;
type ParentNode = DefaultTreeAdapterTypes.ParentNode;

/** What the final page holds, in document order, each with the place where the HTML parser found it. */
export interface FinalPage {
  readonly headings: readonly FinalHeading[];
  readonly links: readonly FinalLink[];
  readonly images: readonly FinalImage[];
  readonly otherIds: readonly string[];
}

export interface FinalHeading {
  readonly id: string | null;
  readonly slug: string;
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  readonly text: string;
  readonly location: Token.ElementLocation;
}

export interface FinalLink {
  readonly url: string | undefined;
  readonly text: string;
  readonly location: Token.ElementLocation;
}

export interface FinalImage {
  readonly url: string | undefined;
  readonly alt: string;
  readonly location: Token.ElementLocation;
}

/** Reads the headings, links and images out of a page's HTML. */
export function readFinalPage(html: string): FinalPage {
  const headings: FinalHeading[] = [];
  const links: FinalLink[] = [];
  const images: FinalImage[] = [];
  const otherIds: string[] = [];
  const headingId = createHeadingIds();
  for (const element of elementsOf(parseFragment(html, { sourceCodeLocationInfo: true }))) {
    const location = element.sourceCodeLocation;
    if (!location) continue;
    const level = /^h([1-6])$/.exec(element.tagName)?.[1];
    const id = attribute(element, 'id');
    if (level !== undefined) {
      const slug = headingId(textOf(element).trim(), id);
      headings.push({
        id: isDeletedId(slug) ? null : slug,
        slug,
        level: Number(level) as 1 | 2 | 3 | 4 | 5 | 6,
        text: textOf(element).trim(),
        location,
      });
      continue;
    }
    if (id) otherIds.push(id);
    if (element.tagName === 'a') {
      if (attribute(element, 'class') === 'footnote-backref') continue;
      links.push({ url: attribute(element, 'href'), text: textOf(element).trim(), location });
    }
    if (element.tagName === 'img') {
      images.push({ url: attribute(element, 'src'), alt: attribute(element, 'alt') ?? '', location });
    }
  }
  return { headings, links, images, otherIds };
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}

/** In document order, without recursion: pages may nest as deep as they like. */
function elementsOf(root: ParentNode): Element[] {
  const elements: Element[] = [];
  const stack = [...root.childNodes].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if ('tagName' in node) elements.push(node);
    if ('childNodes' in node)
      for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push(...node.childNodes.slice(i, i + 1));
  }
  return elements;
}

function textOf(root: ParentNode): string {
  let text = '';
  const stack = [...root.childNodes].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if ('value' in node) text += node.value;
    if ('childNodes' in node) stack.push(...[...node.childNodes].reverse());
  }
  return text;
}
