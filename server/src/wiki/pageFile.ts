import type { ContentType, PageAddress } from './address.ts';
import type { SiteSettings } from './settings.ts';

const extensions: Readonly<Record<ContentType, string>> = { markdown: 'md', html: 'html', asciidoc: 'adoc' };

const contentTypes: ReadonlyMap<string, ContentType> = new Map([
  ['md', 'markdown'],
  ['html', 'html'],
  ['adoc', 'asciidoc'],
]);

const localeFolder = /^([a-z]{2}(?:-[a-z]{2})?)\//i;

/**
 * What Wiki.js makes of a file's content, by its name alone; undefined for an asset.
 * The extension is compared case-sensitively: `x.MD` is an asset. Rules reference (a).
 */
export function contentTypeOf(file: string): ContentType | undefined {
  return contentTypes.get(file.slice(file.lastIndexOf('.') + 1));
}

/**
 * Whether a person takes an asset for a page by its name: `x.MD`, `x.markdown`. Rules reference (a).
 */
export function looksLikePage(file: string): boolean {
  return contentTypeOf(file) === undefined && meantExtension(file) !== undefined;
}

/** The extension of Wiki.js that a file's own is another writing of; undefined for other kinds of files. */
export function meantExtension(file: string): string | undefined {
  const written = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
  if (/^(md|markdown|mdown|mdwn|mkdn?)$/.test(written)) return extensions.markdown;
  if (written === 'asciidoc') return extensions.asciidoc;
  return written === extensions.html || written === extensions.asciidoc ? written : undefined;
}

/**
 * The address that Wiki.js reads out of a file's path, which is relative to the root and `/`-separated.
 * Dots vanish (`v1.2/notes.md` is `v12/notes`), and a top folder that looks like a locale is one. Rules reference (a).
 */
export function addressOfFile(file: string, siteLocale: string): PageAddress {
  const path = file.slice(0, Math.max(0, file.lastIndexOf('.'))).replaceAll('.', '');
  const locale = localeFolder.exec(path)?.[1];
  return locale === undefined ? { locale: siteLocale, path } : { locale, path: path.slice(locale.length + 1) };
}

/**
 * The address under which Wiki.js keeps a page that it imports: one leading and one trailing slash are gone,
 * so that `a/.md`, read as `a/`, becomes the page `a`. Rules reference (c).
 */
export function storedAddress(address: PageAddress): PageAddress {
  const path = address.path.replace(/\/$/, '').replace(/^\//, '');
  return path === address.path ? address : { locale: address.locale, path };
}

/**
 * The file that a page at an address belongs into, relative to the root: the one that Wiki.js reads back as that address.
 * Hence the locale folder also for a path such as `qa/tests`, whose own first folder would pass for a locale.
 * Wiki.js itself leaves the folder out where namespacing is off, and then mixes up its locales. Rules reference (a).
 */
export function fileOfAddress(address: PageAddress, contentType: ContentType, site: SiteSettings): string {
  const needsFolder = address.locale !== site.locale || localeFolder.test(address.path);
  return `${needsFolder ? `${address.locale}/` : ''}${address.path}.${extensions[contentType]}`;
}

/**
 * Whether "Import everything" passes a file over: one of git's own, an empty one, or one with a path of up to three characters.
 * `size` is in bytes. Rules reference (a).
 */
export function isIgnoredByImport(file: string, size: number): boolean {
  return size < 1 || file.length <= 3 || file.includes('.git');
}
