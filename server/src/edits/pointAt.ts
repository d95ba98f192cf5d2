import { resolveLink } from '../index/resolveLink.ts';
import type { ResolvedLink } from '../index/wiki.ts';
import type { Link, Media } from '../page/page.ts';
import { unescapePercent } from '../util/percentEncoding.ts';
import type { PageAddress } from '../wiki/address.ts';
import { targetOfAsset, urlOfPage } from '../wiki/href.ts';
import { addressOfUrl } from '../wiki/pageUrl.ts';
import type { WikiSettings } from '../wiki/settings.ts';
import { referringImage, referringLink } from './linkEdits.ts';
import { type Rewriting, rewritePath, splitUrl } from './writtenUrl.ts';

/** What a link or an image leads to: a page, or a file that is none. */
export type Target =
  | { readonly kind: 'page'; readonly address: PageAddress }
  | { readonly kind: 'asset'; readonly file: string };

/** Whether two targets are the same one. */
export function isSameTarget(a: Target | undefined, b: Target | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a.kind === 'asset') return b.kind === 'asset' && a.file === b.file;
  return b.kind === 'page' && a.address.locale === b.address.locale && a.address.path === b.address.path;
}

/** What a link on a page at an address leads to, whether or not it is there; undefined if nothing of the wiki is meant. */
export function linkTarget(link: Link, from: PageAddress, settings: WikiSettings): Target | undefined {
  return targetOf(resolveLink(link, { address: from }, settings));
}

/** The same of a link that has been resolved. */
export function targetOf({ target, asset }: Pick<ResolvedLink, 'target' | 'asset'>): Target | undefined {
  if (target !== undefined) return { kind: 'page', address: target };
  return asset === undefined ? undefined : { kind: 'asset', file: asset };
}

/** What an image on a page at an address shows. */
export function imageTarget(image: Media, from: PageAddress, settings: WikiSettings): Target | undefined {
  const { file } = targetOfAsset(image.url ?? '', from, settings.site);
  return image.url === undefined || file === undefined ? undefined : { kind: 'asset', file };
}

/**
 * Makes a link on a page at an address lead to a target, in the form in which it is written: absolute, relative, with a
 * locale, as a full URL, with an extension. Another form is taken only where that one cannot say the target.
 * Undefined if no form can: Wiki.js has pages and files that no URL reaches.
 */
export function pointLinkAt(
  link: Link,
  from: PageAddress,
  target: Target,
  settings: WikiSettings,
): Rewriting | undefined {
  const { site, rendering } = settings;
  const { kind } = resolveLink(link, { address: from }, settings);
  const isOwnHost = link.url?.startsWith(`${site.host}/`) === true && site.host !== '';
  const path = splitUrl(isOwnHost ? (link.url ?? '').slice(site.host.length) : (link.url ?? '')).path;
  const isAtRoot = from.path === 'home' || rendering.htmlCore?.absoluteLinks === true;
  const base = kind === 'internal' ? `/${isAtRoot ? '' : `${from.path}/`}` : folderOf(urlOfPage(from, site));
  let otherKind: Rewriting | undefined;
  for (const candidate of candidates(path, target, base, kind === 'asset', settings)) {
    const rewriting = rewritePath(referringLink(link), candidate);
    if (rewriting === undefined) return undefined;
    const rewritten = { ...link, url: rewriting.url };
    if (!isSameTarget(linkTarget(rewritten, from, settings), target)) continue;
    if (resolveLink(rewritten, { address: from }, settings).kind === kind) return rewriting;
    otherKind ??= rewriting;
  }
  return otherKind;
}

/** The same for an image. */
export function pointImageAt(
  image: Media,
  from: PageAddress,
  target: Target,
  settings: WikiSettings,
): Rewriting | undefined {
  const base = folderOf(urlOfPage(from, settings.site));
  for (const candidate of candidates(splitUrl(image.url ?? '').path, target, base, true, settings)) {
    const rewriting = rewritePath(referringImage(image), candidate);
    if (rewriting === undefined) return undefined;
    if (isSameTarget(imageTarget({ ...image, url: rewriting.url }, from, settings), target)) return rewriting;
  }
  return undefined;
}

/**
 * Paths that may lead to a target, decoded, those that are most like the old one first.
 *
 * @param base what relative paths are relative to, with a slash at its end
 * @param isBrowsers whether the browser resolves the path, which knows `..`, or Wiki.js, which does not
 */
function* candidates(
  oldPath: string,
  target: Target,
  base: string,
  isBrowsers: boolean,
  { site }: WikiSettings,
): Generator<string> {
  const ending = target.kind === 'page' ? (/[^/]((?:\.(?:md|html|txt))?\/?)$/.exec(oldPath)?.[1] ?? '') : '';
  const { locale, path } = target.kind === 'page' ? target.address : { locale: site.locale, path: target.file };
  const plain = `/${path}${ending}`;
  const prefixed = `/${locale}${plain}`;
  const isRelative = !oldPath.startsWith('/');
  if (isRelative && isBrowsers) {
    for (const absolute of site.namespacing ? [prefixed, plain] : [plain, prefixed])
      yield* browserPaths(relativePath(base, absolute), oldPath.startsWith('./'));
  } else if (isRelative && plain.startsWith(base) && plain.length > base.length) {
    yield plain.slice(base.length);
  }
  const isPrefixed = !isRelative && addressOfUrl(oldPath, site.locale).explicitLocale;
  yield* isPrefixed ? [prefixed, plain] : [plain, prefixed];
  // With namespacing no path names a locale of more than two letters, but a request does.
  if (target.kind === 'page') yield `/${locale}/${path}.md`;
}

/** A relative path, as it is and with the `./` that makes it one for the browser where it holds no other dot. */
function browserPaths(path: string, hasDot: boolean): string[] {
  if (path.startsWith('..')) return [path];
  return hasDot ? [`./${path}`] : [path, `./${path}`];
}

/** A path as it leads from a folder, both decoded, from the root and written with `/`. */
function relativePath(folder: string, path: string): string {
  const from = folder.split('/').slice(1, -1);
  const to = path.split('/').slice(1);
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
}

function folderOf(urlPath: string): string {
  return unescapePercent(urlPath.slice(0, urlPath.lastIndexOf('/') + 1));
}
