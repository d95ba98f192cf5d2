import type { ResolvedImage, ResolvedLink, Wiki } from '../index/wiki.ts';
import type { FrontmatterEntry } from '../page/frontmatter.ts';
import type { Heading, Page } from '../page/page.ts';
import { touches } from '../util/range.ts';

/** What of a page stands under the cursor. */
export type PageSymbol =
  | { readonly kind: 'link'; readonly link: ResolvedLink }
  | { readonly kind: 'image'; readonly image: ResolvedImage }
  | { readonly kind: 'frontmatter'; readonly entry: FrontmatterEntry }
  | { readonly kind: 'heading'; readonly heading: Heading };

/** The innermost symbol at an offset: an image in a link before the link, a link in a heading before the heading. */
export function symbolAt(wiki: Wiki, page: Page, offset: number): PageSymbol | undefined {
  const image = wiki.imagesOf(page).find((it) => touches(it.image.range, offset) || touches(it.image.srcRange, offset));
  if (image !== undefined) return { kind: 'image', image };
  const link = wiki.linksOf(page).find((it) => touches(it.link.range, offset) || touches(it.link.hrefRange, offset));
  if (link !== undefined) return { kind: 'link', link };
  const entry = page.frontmatter.entries.find(
    ({ keyRange, valueRange }) => keyRange.start <= offset && offset <= valueRange.end,
  );
  if (entry !== undefined) return { kind: 'frontmatter', entry };
  const heading = page.headings.find((it) => touches(it.range, offset));
  return heading === undefined ? undefined : { kind: 'heading', heading };
}
