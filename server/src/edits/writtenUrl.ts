import { decodeFragment, unescapePercent } from '../util/percentEncoding.ts';
import type { OffsetRange } from '../util/range.ts';
import type { Referring } from './linkEdits.ts';

/** A URL cut where its path begins and ends. */
export interface SplitUrl {
  /** Scheme and host, or `//host`; empty for a path alone. */
  readonly host: string;
  readonly path: string;
  /** Query and fragment, with their marks. */
  readonly suffix: string;
}

const parts = /^((?:[a-z][a-z0-9+.-]*:)?\/\/[^/?#]*)?([^?#]*)(.*)$/is;

/** Cuts a URL, of which nothing is decoded. */
export function splitUrl(url: string): SplitUrl {
  const [, host = '', path = '', suffix = ''] = parts.exec(url) ?? [];
  return { host, path, suffix };
}

/** What of a destination is replaced, and the URL that the parser will read there. */
export interface Rewriting {
  readonly range: OffsetRange;
  readonly newText: string;
  readonly url: string;
}

/**
 * Puts another path into a destination, in the way in which the old one is written: with its host, its query and
 * fragment, its segments where they stay the same, raw or percent-encoded letters. Needs no text: what is written holds
 * in every place where a destination can stand. Undefined where the source shows no destination.
 *
 * @param path decoded
 */
export function rewritePath({ form, written, url, hrefRange }: Referring, path: string): Rewriting | undefined {
  if (written === undefined || url === undefined) return undefined;
  const cut = splitUrl(url);
  const place = pathPlace(written, cut);
  const oldPath = place === undefined ? cut.path : written.slice(place.start, place.end);
  const newPath = encodeLike(path, oldPath, form === 'linkified');
  const rewritten = cut.host + newPath + cut.suffix;
  if (place === undefined) return { range: hrefRange, newText: escapeAnywhere(rewritten), url: rewritten };
  const { start } = hrefRange;
  return { range: { start: start + place.start, end: start + place.end }, newText: newPath, url: rewritten };
}

/** Puts another fragment into a destination, in the way in which the old one is written; undefined where it has none. */
export function rewriteFragment({ written, url, hrefRange }: Referring, fragment: string): Rewriting | undefined {
  const hash = url?.indexOf('#') ?? -1;
  if (written === undefined || url === undefined || hash < 0) return undefined;
  const place = written.lastIndexOf('#') + 1;
  const old = written.slice(place);
  const isPlain = place > 0 && decodeFragment(old.trimEnd()) === decodeFragment(url.slice(hash + 1).trimEnd());
  const isPlainCharacter = plainCharacters(isPlain ? old : '', false, !isBalanced(fragment));
  const encoded = [...fragment].map((it) => (isPlainCharacter(it) ? it : percentEncode(it))).join('');
  const rewritten = url.slice(0, hash + 1) + encoded;
  if (!isPlain) return { range: hrefRange, newText: escapeAnywhere(rewritten), url: rewritten };
  const { start } = hrefRange;
  const range = { start: start + place, end: start + place + old.trimEnd().length };
  return { range, newText: encoded, url: rewritten };
}

/** Where the path stands in a written destination; undefined where escapes or entities hide it. */
function pathPlace(written: string, { host, path }: SplitUrl): OffsetRange | undefined {
  const cut = splitUrl(written);
  if (/[&\\]/.test(cut.path)) return undefined;
  const end = cut.host.length + cut.path.length;
  if (unescapePercent(cut.path) === unescapePercent(path)) return { start: cut.host.length, end };
  // A linkified `www.example.org/path` has its host where others have their path.
  const isHostBefore = host !== '' && cut.host === '' && path !== '' && cut.path.endsWith(path);
  return isHostBefore ? { start: end - path.length, end } : undefined;
}

/** A path as it can be written wherever the old one can: segments that the old one has too are taken from there. */
function encodeLike(path: string, oldPath: string, isLinkified: boolean): string {
  const known = new Map(oldPath.split('/').map((segment) => [unescapePercent(segment), segment]));
  const isPlain = plainCharacters(oldPath, isLinkified, /[()]/.test(path) && !isBalanced(path));
  const encode = (character: string) => (isPlain(character) ? character : percentEncode(character));
  return path
    .split('/')
    .map((segment) => known.get(segment) ?? [...segment].map(encode).join(''))
    .join('/');
}

/** Which characters need no percent-encoding: letters as the old path has them, and whatever it has as well. */
function plainCharacters(oldPath: string, isLinkified: boolean, areParenthesesOdd: boolean) {
  const isEncoding = /%[89a-f]/i.test(oldPath) && !/[^\x00-\x7f]/.test(oldPath);
  const plain = isLinkified ? /[\w/.-]/ : /[\w/.~,;:@!+=-]/;
  return (character: string): boolean => {
    if (plain.test(character)) return true;
    if (/[\p{L}\p{N}\p{M}]/u.test(character)) return !isEncoding;
    if (/[%&\\<>"`|?#]/.test(character) || (areParenthesesOdd && /[()]/.test(character))) return false;
    return oldPath.includes(character);
  };
}

function isBalanced(path: string): boolean {
  let depth = 0;
  for (const character of path) {
    if (character === '(') depth++;
    if (character === ')' && --depth < 0) return false;
  }
  return depth === 0;
}

/** A whole URL without anything that ends or escapes in Markdown, angles, quotes or a table. */
function escapeAnywhere(url: string): string {
  return url.replace(/[\s\u0000-\u001f\u007f<>"'`|\\()]/g, percentEncode).replace(/&(?=#|[a-z])/gi, '&amp;');
}

function percentEncode(character: string): string {
  const encoded = encodeURIComponent(character.replace(/\p{Surrogate}/u, '\uFFFD'));
  if (encoded !== character) return encoded;
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
