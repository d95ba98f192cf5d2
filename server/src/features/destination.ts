import type { ResolvedImage, ResolvedLink, Wiki } from '../index/wiki.ts';
import type { Page } from '../page/page.ts';
import type { OffsetRange } from '../util/range.ts';
import type { PageAddress } from '../wiki/address.ts';

/** What a person finds who follows a link on the site. */
export type Destination =
  | {
      readonly kind: 'page';
      readonly page: Page;
      readonly fragment: string | undefined;
      /** Where the fragment leads in the page's source; undefined if there is none, or its source is not known. */
      readonly range: OffsetRange | undefined;
      /** Whether the fragment, if any, leads somewhere. */
      readonly hasAnchor: boolean;
    }
  | { readonly kind: 'missing-page'; readonly address: PageAddress }
  | { readonly kind: 'asset' | 'missing-asset'; readonly file: string }
  | { readonly kind: 'external'; readonly url: string }
  | { readonly kind: 'system'; readonly url: string }
  | { readonly kind: 'none' };

/** Follows a link as a browser and Wiki.js do (rules reference (a), (c) and (d)). */
export function destinationOf(
  wiki: Wiki,
  { kind, resolved, target, fragment, asset }: Omit<ResolvedLink, 'link' | 'page'>,
): Destination {
  switch (kind) {
    case 'external':
    case 'unclassified':
      return { kind: 'external', url: resolved ?? '' };
    case 'system':
      return { kind: 'system', url: resolved ?? '' };
    case 'no-href':
    case 'internal-unresolved':
      return { kind: 'none' };
    case 'asset':
      return assetDestination(wiki, resolved ?? '', asset, target, fragment);
    default:
      return target === undefined ? { kind: 'none' } : pageDestination(wiki, target, fragment);
  }
}

/** What an image shows. */
export function imageDestination(wiki: Wiki, { image, asset }: ResolvedImage): Destination {
  if (image.url === undefined) return { kind: 'none' };
  return assetDestination(wiki, image.url, asset, undefined, undefined);
}

function assetDestination(
  wiki: Wiki,
  url: string,
  file: string | undefined,
  target: PageAddress | undefined,
  fragment: string | undefined,
): Destination {
  if (target !== undefined) return pageDestination(wiki, target, fragment);
  if (file !== undefined) return { kind: wiki.hasAsset(file) ? 'asset' : 'missing-asset', file };
  return url === '' ? { kind: 'none' } : { kind: 'external', url };
}

function pageDestination(wiki: Wiki, address: PageAddress, fragment: string | undefined): Destination {
  const page = wiki.pageAt(address);
  if (page === undefined) return { kind: 'missing-page', address };
  const range = page.headings.find((heading) => heading.id !== null && heading.id === fragment)?.range;
  return { kind: 'page', page, fragment, range, hasAnchor: fragment === undefined || wiki.hasAnchor(page, fragment) };
}
