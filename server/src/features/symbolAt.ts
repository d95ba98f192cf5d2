import type { ResolvedImage, ResolvedLink, Wiki } from '../index/wiki.ts';
import type { FrontmatterEntry } from '../page/frontmatter.ts';
import type { Heading, Page } from '../page/page.ts';
import { touches } from '../util/range.ts';
import { type FootnoteDefinition, type FootnoteMark, footnoteDefinitions, footnoteMarks } from './footnotes.ts';
import { type LabelPlace, labelAt } from './labels.ts';
import { type TagPlace, tagPlaces } from './tagPlaces.ts';

/** What of a page stands under the cursor. */
export type PageSymbol =
  | { readonly kind: 'link'; readonly link: ResolvedLink }
  | { readonly kind: 'image'; readonly image: ResolvedImage }
  | { readonly kind: 'tag'; readonly tag: TagPlace }
  | { readonly kind: 'frontmatter'; readonly entry: FrontmatterEntry }
  | { readonly kind: 'label'; readonly label: LabelPlace }
  | { readonly kind: 'footnote'; readonly footnote: FootnoteDefinition | FootnoteMark }
  | { readonly kind: 'heading'; readonly heading: Heading };

/**
 * The innermost symbol at an offset: an image in a link before the link, a link in a heading before the heading.
 *
 * @param text the text that the page was made of
 */
export function symbolAt(wiki: Wiki, page: Page, text: string, offset: number): PageSymbol | undefined {
  return (
    inFrontmatter(page, offset) ??
    inReference(page, text, offset) ??
    imageAt(wiki, page, offset) ??
    linkAt(wiki, page, offset) ??
    headingAt(page, offset)
  );
}

function inFrontmatter(page: Page, offset: number): PageSymbol | undefined {
  if (page.frontmatter.range === undefined || offset > page.frontmatter.range.end) return undefined;
  const tag = tagPlaces(page).find(({ range }) => touches(range, offset));
  if (tag !== undefined) return { kind: 'tag', tag };
  const entry = page.frontmatter.entries.find(
    ({ keyRange, valueRange }) => keyRange.start <= offset && offset <= valueRange.end,
  );
  return entry && { kind: 'frontmatter', entry };
}

function inReference(page: Page, text: string, offset: number): PageSymbol | undefined {
  const label = labelAt(page, text, offset);
  if (label !== undefined) return { kind: 'label', label };
  const isHere = ({ range }: FootnoteMark) => touches(range, offset);
  const mark = footnoteMarks(text, page).find(isHere);
  if (mark !== undefined) return { kind: 'footnote', footnote: mark };
  const definition = footnoteDefinitions(text, page).find(({ labelRange }) =>
    touches({ start: labelRange.start - 2, end: labelRange.end + 1 }, offset),
  );
  return definition && { kind: 'footnote', footnote: definition };
}

function imageAt(wiki: Wiki, page: Page, offset: number): PageSymbol | undefined {
  const image = wiki.imagesOf(page).find((it) => touches(it.image.range, offset) || touches(it.image.srcRange, offset));
  return image && { kind: 'image', image };
}

function linkAt(wiki: Wiki, page: Page, offset: number): PageSymbol | undefined {
  const link = wiki.linksOf(page).find((it) => touches(it.link.range, offset) || touches(it.link.hrefRange, offset));
  return link && { kind: 'link', link };
}

function headingAt(page: Page, offset: number): PageSymbol | undefined {
  const heading = page.headings.find((it) => touches(it.range, offset));
  return heading && { kind: 'heading', heading };
}
