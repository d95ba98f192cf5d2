import { unescapePercent } from '../util/percentEncoding.ts';
import type { PageAddress } from './address.ts';
import { isLocaleSegment } from './pagePath.ts';
import type { SiteSettings } from './settings.ts';

/** The address in a URL, and whether the URL names the locale. */
export interface UrlAddress extends PageAddress {
  readonly explicitLocale: boolean;
}

interface UrlOptions {
  /** Drops the last segment's extension, as Wiki.js does for requests that end in `.md`, `.html` or `.txt`. */
  readonly stripExtension?: boolean;
}

const unsafeCharacter = /[\u0000-\u001f\u0080-\u009f\\"|<>:*?]/;

/** The address that Wiki.js reads out of the path of a URL; the path is empty where nothing is left of it. Rules reference (c). */
export function addressOfUrl(url: string, siteLocale: string, options: UrlOptions = {}): UrlAddress {
  return parseUrlPath(url, siteLocale, options) ?? { locale: siteLocale, path: '', explicitLocale: false };
}

/**
 * As `addressOfUrl`, but undefined where Wiki.js fails: nothing is left of the URL, as of `///`.
 * `url` is a URL's path, percent-encoded or not. Rules reference (c).
 */
export function parseUrlPath(url: string, siteLocale: string, options: UrlOptions = {}): UrlAddress | undefined {
  const path = unescapePercent(url).trim().replace(/^\//, '').replace(unsafeCharacter, '') || 'home';
  const segments = path
    .replaceAll('\\', '')
    .replaceAll('//', '')
    .replace(/\.{2,}/g, '')
    .split('/')
    .filter((segment) => !['', '.', '..'].includes(segment.trim()));
  const [first] = segments;
  if (first === undefined) return undefined;
  if (first.length === 1) segments.shift();
  const [locale] = segments;
  const explicitLocale = locale !== undefined && isLocaleSegment(locale);
  if (explicitLocale) segments.shift();
  if (options.stripExtension) segments.push(...segments.splice(-1).map(withoutExtension));
  return { locale: explicitLocale ? locale : siteLocale, path: segments.join('/'), explicitLocale };
}

function withoutExtension(segment: string): string {
  const dot = segment.lastIndexOf('.');
  return dot > 0 ? segment.slice(0, dot) : segment;
}

/**
 * What to write in a link so that Wiki.js finds the page at an address: `/path`, or `/locale/path` where the URL must name the locale.
 * Characters that would end the path are percent-encoded, others stay readable.
 * With namespacing a link cannot name a locale such as `fr-CA` (Wiki.js puts another before it): then `/path` is given,
 * which works on pages of the same locale. Rules reference (c), (d).
 */
export function urlOfAddress(address: PageAddress, site: SiteSettings): string {
  const path = address.path.replace(/[%#?\s"<>\\^`{|}]/g, encodeURIComponent);
  const plain = `/${path}`;
  if (site.namespacing) return address.locale.length === 2 ? `/${address.locale}${plain}` : plain;
  const read = addressOfUrl(plain, site.locale);
  return read.locale === address.locale && read.path === address.path ? plain : `/${address.locale}${plain}`;
}
