import type { CancellationToken, Location, Position } from 'vscode-languageserver';
import type { Backlink } from '../index/wiki.ts';
import type { Page } from '../page/page.ts';
import type { OffsetRange } from '../util/range.ts';
import type { PageAddress } from '../wiki/address.ts';
import type { PageContext } from './context.ts';
import { labelPlaces } from './labelPlaces.ts';
import { offsetIn, rangeIn } from './positions.ts';
import { symbolAt } from './symbolAt.ts';
import { pagesWithTag, tagPlaces } from './tagPlaces.ts';

/**
 * Who uses the thing under the cursor: on a link, the links to the same page (and the same heading, if it names
 * one); on a heading, the links to it; on a tag, the pages that have it; elsewhere in the frontmatter, the links to this
 * page from others; on an image, its uses; on a label or a footnote, its uses in the page.
 *
 * @param withDeclaration whether the heading, the definition or the footnote itself is wanted too
 */
export async function references(
  context: PageContext,
  position: Position,
  withDeclaration: boolean,
  token: CancellationToken,
): Promise<Location[] | undefined> {
  const { wiki, page, text, documents } = context;
  const symbol = symbolAt(wiki, page, text, offsetIn(page, position));
  if (symbol === undefined) return undefined;
  switch (symbol.kind) {
    case 'link': {
      const { target, fragment, asset } = symbol.link;
      if (target !== undefined) return linksTo(context, target, fragment);
      return asset === undefined ? undefined : usesOf(context, asset, token);
    }
    case 'image':
      return symbol.image.asset === undefined ? undefined : usesOf(context, symbol.image.asset, token);
    case 'heading': {
      const { id, range } = symbol.heading;
      const itself = withDeclaration ? [place(context, page, range)] : [];
      return id === null ? itself : [...itself, ...linksTo(context, page.address, id)];
    }
    case 'tag':
      return placesOfTag(context, symbol.tag.tag);
    case 'frontmatter':
      return linksTo(context, page.address, undefined).filter(({ uri }) => uri !== documents.uriOf(page.file));
    default: {
      const places = labelPlaces(symbol, page, text);
      const itself = withDeclaration ? [places?.declaration ?? []].flat() : [];
      return [...itself, ...(places?.uses ?? [])].map((range) => place(context, page, range));
    }
  }
}

/** The places of the links to a page, or to one of its anchors. */
export function linksTo(context: PageContext, address: PageAddress, fragment: string | undefined): Location[] {
  return context.wiki
    .backlinks(address)
    .filter(({ link }) => fragment === undefined || link.fragment === fragment)
    .map((backlink) => placeOf(context, backlink));
}

function placeOf(context: PageContext, { from, link }: Backlink): Location {
  return place(context, from, link.link.hrefRange);
}

function place({ documents }: PageContext, page: Page, range: OffsetRange): Location {
  return { uri: documents.uriOf(page.file), range: rangeIn(page, range) };
}

function placesOfTag(context: PageContext, tag: string): Location[] {
  return pagesWithTag(context.wiki, tag).flatMap((page) => {
    const found = tagPlaces(page).find((it) => it.tag === tag);
    return found === undefined ? [] : [place(context, page, found.range)];
  });
}

/** Every link to a file that is no page, and every image that shows it. */
function usesOf(context: PageContext, asset: string, token: CancellationToken): Location[] | undefined {
  const { wiki, documents } = context;
  const places: Location[] = [];
  for (const page of wiki.assetUsers(asset)) {
    if (token.isCancellationRequested) return undefined;
    const uri = documents.uriOf(page.file);
    for (const it of wiki.linksOf(page))
      if (it.asset === asset) places.push({ uri, range: rangeIn(page, it.link.hrefRange) });
    for (const it of wiki.imagesOf(page))
      if (it.asset === asset) places.push({ uri, range: rangeIn(page, it.image.srcRange) });
  }
  return places;
}
