import { decodeFragment } from '../util/percentEncoding.ts';
import type { PageAddress } from './address.ts';
import { addressOfUrl, parseUrlPath, urlOfAddress } from './pageUrl.ts';
import type { SiteSettings } from './settings.ts';

/** What Wiki.js's link step makes of an href, before it looks whether the page exists. */
export type HrefResolution =
  | {
      readonly kind: 'internal';
      /** The href in the final HTML. */
      readonly resolved: string;
      readonly target: PageAddress;
      /** Percent-decoded, without `#`; undefined if there is none. */
      readonly fragment: string | undefined;
    }
  | {
      readonly kind: 'internal-unresolved' | 'asset' | 'system' | 'external' | 'anchor' | 'unclassified' | 'no-href';
      readonly resolved: string | undefined;
      readonly fragment: string | undefined;
    };

const systemPath = /^\/[a-z](\/|$)/i;

/**
 * What Wiki.js makes of the href of an `<a>` on the page `from`.
 * `url` is the href as the Markdown parser hands it on: percent-encoded, entities decoded. Never fails. Rules reference (d).
 */
export function resolveHref(
  url: string | undefined,
  from: PageAddress,
  site: SiteSettings,
  absoluteLinks: boolean,
): HrefResolution {
  if (url === undefined || url === '') return { kind: 'no-href', resolved: url, fragment: undefined };
  if (url.startsWith('#')) return { kind: 'anchor', resolved: url, fragment: fragmentOf(url) };
  if (url.startsWith('mailto:') || url.startsWith('tel:')) {
    return { kind: 'unclassified', resolved: url, fragment: undefined };
  }
  const href = withoutHost(url, site);
  if (href.includes('://')) return { kind: 'external', resolved: href, fragment: fragmentOf(href) };
  if (systemPath.test(href)) return { kind: 'system', resolved: href, fragment: fragmentOf(href) };
  if (href.includes('.')) return { kind: 'asset', resolved: href, fragment: fragmentOf(href) };
  const resolved = rooted(href, from, site, absoluteLinks);
  const path = pathnameOf(`http://x${resolved}`);
  const target = path === undefined ? undefined : parseUrlPath(path, site.locale);
  if (target === undefined) return { kind: 'internal-unresolved', resolved: url, fragment: undefined };
  const { locale, path: targetPath } = target;
  return { kind: 'internal', resolved, target: { locale, path: targetPath }, fragment: fragmentOf(resolved) };
}

function withoutHost(url: string, site: SiteSettings): string {
  const isHostSet = site.host.length > 'http://'.length;
  return isHostSet && url.startsWith(`${site.host}/`) ? url.slice(site.host.length) : url;
}

/** Relative links resolve under the page, not beside it; with namespacing the locale goes first unless a locale of two letters stands there. */
function rooted(href: string, from: PageAddress, site: SiteSettings, absoluteLinks: boolean): string {
  const locale = site.namespacing ? `/${from.locale}` : '';
  if (!href.startsWith('/')) {
    return absoluteLinks || from.path === 'home' ? `${locale}/${href}` : `${locale}/${from.path}/${href}`;
  }
  return href[3] === '/' ? href : `${locale}${href}`;
}

function pathnameOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).pathname : undefined;
}

/** As a browser reads it, which passes over white space at a URL's end. */
function fragmentOf(href: string): string | undefined {
  const hash = href.indexOf('#');
  return hash < 0 ? undefined : decodeFragment(href.slice(hash + 1).trimEnd());
}

/** What a browser and then Wiki.js make of a link to a file. */
export interface AssetTarget {
  /** Path that an asset's file must have, relative to the wiki's root, to be served there; undefined if no asset can be meant. */
  readonly file: string | undefined;
  /** The page that is shown instead, as by `/guide.md` or `../guide`; undefined if no page can be meant. */
  readonly page: PageAddress | undefined;
  /** Percent-decoded, without `#`; undefined if there is none. */
  readonly fragment: string | undefined;
}

/** Paths that the server answers itself, before it looks for pages and assets. */
const serverPath = /^\/(_assets\/|_userav\/|\.well-known\/|[adehipstu](\/|$)|(robots\.txt|favicon\.ico)$)/i;

const pageExtension = /\.(md|html|txt)$/;

/**
 * Where a link with a dot in it, or an image's `src`, leads from the page `from`: Wiki.js leaves such a URL alone, so the
 * browser resolves it against the page's own URL, and the server looks for a page or an asset. Rules reference (a), (c), (d).
 */
export function targetOfAsset(url: string, from: PageAddress, site: SiteSettings): AssetTarget {
  const nothing = { file: undefined, page: undefined, fragment: undefined };
  const origin = URL.canParse(site.host) ? new URL(site.host).origin : 'http://wiki.invalid';
  const base = `${origin}${urlOfPage(from, site)}`;
  if (!URL.canParse(url, base)) return nothing;
  const absolute = new URL(url, base);
  if (absolute.origin !== origin) return nothing;
  const fragment = fragmentOf(absolute.href);
  const path = absolute.pathname.replace(/(.)\/$/, '$1');
  if (serverPath.test(path)) return { ...nothing, fragment };
  const stripExtension = pageExtension.test(path);
  const address = addressOfUrl(path, site.locale, { stripExtension });
  if (!stripExtension && address.path.includes('.')) return { file: address.path, page: undefined, fragment };
  return { file: undefined, page: { locale: address.locale, path: address.path }, fragment };
}

/** Where the browser is while it shows a page: with namespacing the server redirects to the URL that names the locale. */
export function urlOfPage(address: PageAddress, site: SiteSettings): string {
  const url = urlOfAddress(address, site);
  return site.namespacing && address.locale.length !== 2 ? `/${address.locale}${url}` : url;
}
