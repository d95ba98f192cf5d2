import {
  type CancellationToken,
  type DocumentHighlight,
  DocumentHighlightKind,
  type Position,
} from 'vscode-languageserver';
import type { Page } from '../page/page.ts';
import type { OffsetRange } from '../util/range.ts';
import { addressKey, type PageAddress } from '../wiki/address.ts';
import type { PageContext } from './context.ts';
import { labelPlaces, type Places } from './labelPlaces.ts';
import { offsetIn, rangeIn } from './positions.ts';
import { type PageSymbol, symbolAt } from './symbolAt.ts';

/** What on this page belongs to the thing under the cursor: links with the same destination, a heading and the links to it. */
export async function documentHighlight(
  context: PageContext,
  position: Position,
  _token: CancellationToken,
): Promise<DocumentHighlight[] | undefined> {
  const { wiki, page, text } = context;
  const symbol = symbolAt(wiki, page, text, offsetIn(page, position));
  const places = symbol && (labelPlaces(symbol, page, text) ?? placesOf(context, symbol));
  if (places === undefined) return undefined;
  const { uses, declaration } = places;
  return [
    ...(declaration === undefined ? [] : [{ range: rangeIn(page, declaration), kind: DocumentHighlightKind.Write }]),
    ...uses.map((range) => ({ range: rangeIn(page, range), kind: DocumentHighlightKind.Read })),
  ];
}

function placesOf(context: PageContext, symbol: PageSymbol): Places | undefined {
  const { page } = context;
  switch (symbol.kind) {
    case 'heading': {
      const { id, textRange } = symbol.heading;
      return { uses: id === null ? [] : linksOn(context, page.address, id), declaration: textRange };
    }
    case 'link': {
      const { target, fragment, asset, link } = symbol.link;
      if (target === undefined)
        return { uses: asset === undefined ? [link.hrefRange] : usesOn(context, asset), declaration: undefined };
      return { uses: linksOn(context, target, fragment), declaration: headingOn(page, target, fragment) };
    }
    case 'image': {
      const { asset, image } = symbol.image;
      return { uses: asset === undefined ? [image.srcRange] : usesOn(context, asset), declaration: undefined };
    }
    case 'tag':
      return { uses: [symbol.tag.range], declaration: undefined };
    default:
      return undefined;
  }
}

function linksOn({ wiki, page }: PageContext, address: PageAddress, fragment: string | undefined): OffsetRange[] {
  const key = addressKey(address);
  return wiki
    .linksOf(page)
    .filter((it) => it.target !== undefined && addressKey(it.target) === key && it.fragment === fragment)
    .map(({ link }) => link.hrefRange);
}

function usesOn({ wiki, page }: PageContext, asset: string): OffsetRange[] {
  const links = wiki.linksOf(page).filter((it) => it.asset === asset);
  const images = wiki.imagesOf(page).filter((it) => it.asset === asset);
  return [...links.map(({ link }) => link.hrefRange), ...images.map(({ image }) => image.srcRange)];
}

function headingOn(page: Page, target: PageAddress, fragment: string | undefined): OffsetRange | undefined {
  if (fragment === undefined || addressKey(target) !== addressKey(page.address)) return undefined;
  return page.headings.find(({ id }) => id === fragment)?.textRange;
}
