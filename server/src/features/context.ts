import type { Wiki } from '../index/wiki.ts';
import type { Page } from '../page/page.ts';

/** What a feature is given besides its own parameters. */
export interface PageContext {
  readonly wiki: Wiki;
  readonly page: Page;
  /** The text of the page that `page` was made of. */
  readonly text: string;
  readonly documents: WikiDocuments;
}

/** How the files of one wiki are called outside the engine. */
export interface WikiDocuments {
  /** The URI of a file, which need not exist: as the client named it if it is open. */
  uriOf(file: string): string;
  /** The version of an open document; null if the file is not open. */
  versionOf(file: string): number | null;
}
