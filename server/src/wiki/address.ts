/** What Wiki.js tells two pages apart by. Both parts are case-sensitive; `path` has no leading slash. */
export interface PageAddress {
  readonly locale: string;
  readonly path: string;
}

/** The kinds of content that Wiki.js keeps as pages (rules reference (a)). */
export type ContentType = 'markdown' | 'html' | 'asciidoc';

/** One string for an address, to key maps with. */
export function addressKey(address: PageAddress): string {
  return `${address.locale}:${address.path}`;
}
