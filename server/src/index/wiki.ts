import type { Image, Link, Page } from '../page/page.ts';
import type { PageAddress } from '../wiki/address.ts';
import type { WikiSettings } from '../wiki/settings.ts';

/** Where a link leads, by Wiki.js's rules and this wiki's pages. */
export type LinkKind =
  | 'internal-valid'
  | 'internal-invalid'
  | 'internal-unresolved'
  | 'asset'
  | 'system'
  | 'external'
  | 'anchor'
  | 'unclassified'
  | 'no-href';

/** A link with the answer to "what will Wiki.js make of it?". */
export interface ResolvedLink {
  readonly link: Link;
  readonly page: Page;
  readonly kind: LinkKind;
  /** The href in the final HTML; undefined where there is none. */
  readonly resolved: string | undefined;
  /** The page that is meant: for internal kinds, for a link with a page extension, and for the page's own anchors. It need not exist. */
  readonly target: PageAddress | undefined;
  /** Percent-decoded fragment without `#`; undefined if there is none. */
  readonly fragment: string | undefined;
  /** File of the target asset relative to the root, for kind `asset`; undefined if no file of the wiki can be meant. */
  readonly asset: string | undefined;
}

/** An image with the file that its URL names. */
export interface ResolvedImage {
  readonly image: Image;
  readonly page: Page;
  /** Relative to the root, whether or not it exists; undefined if no file of the wiki can be meant. */
  readonly asset: string | undefined;
}

/** A page that links to another. */
export interface Backlink {
  readonly from: Page;
  readonly link: ResolvedLink;
}

/** The wiki as a graph. Reading is by constant-time look-ups; only `WikiIndex` changes it. */
export interface Wiki {
  readonly settings: WikiSettings;
  /** Every file that Wiki.js takes for a page, whether it imports or not, by file. */
  readonly files: ReadonlyMap<string, Page>;
  /** The page that Wiki.js has at an address: one that imports. */
  pageAt(address: PageAddress): Page | undefined;
  /** All files that claim an address, importable or not; more than one is a collision. */
  filesAt(address: PageAddress): readonly Page[];
  /** Addresses that differ from this one only in the case of letters, or only in the locale. */
  nearAddresses(address: PageAddress): { readonly otherCase: readonly Page[]; readonly otherLocale: readonly Page[] };
  /** Whether a page that imports lies below an address, at any depth. */
  isFolder(address: PageAddress): boolean;
  /** Every page that imports. */
  pages(): Iterable<Page>;
  /** Whether a file that is no page lies in the wiki, by its path relative to the root. */
  hasAsset(file: string): boolean;
  /** In bytes; undefined if there is no such asset. */
  assetSize(file: string): number | undefined;
  assets(): Iterable<string>;
  /** The links of a page, resolved; the same array until the page or its targets change. */
  linksOf(page: Page): readonly ResolvedLink[];
  /** The images of a page, resolved; the same array until the page changes. */
  imagesOf(page: Page): readonly ResolvedImage[];
  /** The links that lead to an address, whether or not a page is there. */
  backlinks(address: PageAddress): readonly Backlink[];
  /** The pages that link to a file that is no page, or show it, whether or not it is there. */
  assetUsers(file: string): readonly Page[];
  /** The pages that link to an address, whether or not a page is there. Cheaper than their links. */
  linkingPages(address: PageAddress): readonly Page[];
  /** Whether the final page has an element that `#fragment` reaches. */
  hasAnchor(page: Page, fragment: string): boolean;
  /** Each tag with the number of pages that have it. */
  tags(): ReadonlyMap<string, number>;
}

/** A file in the wiki's folder as its source lists it. */
export interface FileEntry {
  /** Relative to the root, `/`-separated. */
  readonly file: string;
  /** In bytes. */
  readonly size: number;
  /** Milliseconds since the epoch, if the source knows. */
  readonly modified?: number;
}

export interface ListOptions {
  /** A folder, to list only what lies below it, or a file, to list only that; relative to the root. */
  readonly under?: string;
  /** Folders that need not be entered, by their path relative to the root. */
  readonly skipFolder?: (folder: string) => boolean;
}

/** Where a wiki's files come from: a disk, an editor's file system, a test's memory. */
export interface FileSource {
  /** Every file at every depth, in any order; what cannot be read is left out. */
  list(options?: ListOptions): Promise<readonly FileEntry[]>;
  /** The file's bytes, or undefined if it is gone. */
  read(file: string): Promise<Uint8Array | undefined>;
}
