import type { CancellationToken, Location, Position } from 'vscode-languageserver';
import type { Backlink } from '../index/wiki.ts';
import type { PageAddress } from '../wiki/address.ts';
import type { PageContext } from './context.ts';
import { offsetIn, rangeIn } from './positions.ts';
import { symbolAt } from './symbolAt.ts';

/**
 * Who links to the thing under the cursor: on a link, the links to the same page (and the same heading, if it names
 * one); on a heading, the links to it; in the frontmatter, the links to this page from others; on an image, its uses.
 */
export async function references(
  context: PageContext,
  position: Position,
  token: CancellationToken,
): Promise<Location[] | undefined> {
  const { wiki, page } = context;
  const symbol = symbolAt(wiki, page, offsetIn(page, position));
  switch (symbol?.kind) {
    case 'link': {
      const { target, fragment, asset } = symbol.link;
      if (target !== undefined) return linksTo(context, target, fragment);
      return asset === undefined ? undefined : usesOf(context, asset, token);
    }
    case 'image':
      return symbol.image.asset === undefined ? undefined : usesOf(context, symbol.image.asset, token);
    case 'heading':
      return symbol.heading.id === null ? [] : linksTo(context, page.address, symbol.heading.id);
    case 'frontmatter':
      return linksTo(context, page.address, undefined).filter(({ uri }) => uri !== context.documents.uriOf(page.file));
    default:
      return undefined;
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
  return { uri: context.documents.uriOf(from.file), range: rangeIn(from, link.link.hrefRange) };
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
