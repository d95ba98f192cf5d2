import type { Image, Link, Media, Page } from '../page/page.ts';
import { resolveHref, targetOfAsset } from '../wiki/href.ts';
import type { WikiSettings } from '../wiki/settings.ts';
import type { ResolvedImage, ResolvedLink } from './wiki.ts';

/** A link whose kind is known but for the question whether its page exists. */
export type LinkTarget = Omit<ResolvedLink, 'kind' | 'page'> & { readonly kind: ResolvedLink['kind'] | 'internal' };

/** Where a link of a page leads by its URL alone, whatever pages there are (rules reference (d)). */
export function resolveLink(link: Link, page: Pick<Page, 'address'>, settings: WikiSettings): LinkTarget {
  const { site } = settings;
  const href = resolveHref(link.url, page.address, site, settings.rendering.htmlCore?.absoluteLinks === true);
  const { kind, fragment } = href;
  const resolved = hrefOnPage(link, href.resolved);
  switch (href.kind) {
    case 'internal':
      return { link, kind, resolved, target: href.target, fragment, asset: undefined };
    case 'anchor':
      return { link, kind, resolved, target: page.address, fragment, asset: undefined };
    case 'asset': {
      const asset = targetOfAsset(href.resolved ?? '', page.address, site);
      return { link, kind, resolved, target: asset.page, fragment: asset.fragment, asset: asset.file };
    }
    default:
      return { link, kind, resolved, target: undefined, fragment, asset: undefined };
  }
}

/** What the sanitiser leaves of what the link step made of an href. */
function hrefOnPage({ isHrefDeleted, isHrefTrimmed }: Link, resolved: string | undefined): string | undefined {
  if (isHrefDeleted) return undefined;
  return isHrefTrimmed ? resolved?.trim() : resolved;
}

/** The file that an image shows; Wiki.js leaves the URL as it is, so the browser's rules decide. */
export function resolveImage(image: Image, page: Page, settings: WikiSettings): ResolvedImage {
  return { image, page, asset: assetOf(image, page, settings) };
}

/** The file that an image, a film or a sound on a page is, whether or not it is there. */
export function assetOf(media: Media, page: Page, settings: WikiSettings): string | undefined {
  return media.url === undefined ? undefined : targetOfAsset(media.url, page.address, settings.site).file;
}
