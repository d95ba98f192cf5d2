import { isDeletedId } from '../wiki/deletedIds.ts';
import { createHeadingIds } from '../wiki/slug.ts';
import { attributeOf } from './html/attributes.ts';
import { parseDocument } from './html/parse.ts';
import { elementsIn, type Origin, textOf } from './html/tree.ts';

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
  readonly origin: Origin;
}

export interface FinalLink {
  readonly url: string | undefined;
  readonly text: string;
  readonly origin: Origin;
}

export interface FinalImage {
  readonly url: string | undefined;
  readonly alt: string;
  readonly origin: Origin;
}

/** Reads the headings, links and images out of a page's HTML. */
export function readFinalPage(html: string): FinalPage {
  const headings: FinalHeading[] = [];
  const links: FinalLink[] = [];
  const images: FinalImage[] = [];
  const otherIds: string[] = [];
  const headingId = createHeadingIds();
  for (const element of elementsIn(parseDocument(html))) {
    const { name, origin } = element;
    if (!origin) continue;
    const level = /^h([1-6])$/.exec(name)?.[1];
    const id = attributeOf(element, 'id');
    if (level !== undefined) {
      const slug = headingId(textOf(element).trim(), id);
      headings.push({
        id: isDeletedId(slug) ? null : slug,
        slug,
        level: Number(level) as 1 | 2 | 3 | 4 | 5 | 6,
        text: textOf(element).trim(),
        origin,
      });
      continue;
    }
    if (id) otherIds.push(id);
    if (name === 'a') {
      if (attributeOf(element, 'class') === 'footnote-backref') continue;
      links.push({ url: attributeOf(element, 'href'), text: textOf(element).trim(), origin });
    }
    if (name === 'img')
      images.push({ url: attributeOf(element, 'src'), alt: attributeOf(element, 'alt') ?? '', origin });
  }
  return { headings, links, images, otherIds };
}
