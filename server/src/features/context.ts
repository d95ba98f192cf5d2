import type { Wiki } from '../index/wiki.ts';
import type { Page } from '../page/page.ts';

/** What a feature is given besides its own parameters. */
export interface PageContext {
  readonly wiki: Wiki;
  readonly page: Page;
  /** The text of the page that `page` was made of. */
  readonly text: string;
  readonly documents: WikiDocuments;
  readonly files: WikiFiles;
}

/** How the files of one wiki are called outside the engine. */
export interface WikiDocuments {
  /** The URI of a file, which need not exist: as the client named it if it is open. */
  uriOf(file: string): string;
  /** The version of an open document; null if the file is not open. */
  versionOf(file: string): number | null;
}

/** What the files of one wiki hold: for the few features that need more of another file than the facts of its page. */
export interface WikiFiles {
  /** The text as the editor has it, else as it is on disk, without byte order mark; undefined if there is no such file. */
  textOf(file: string): Promise<string | undefined>;
  /** The bytes on disk; undefined if there is no such file. */
  bytesOf(file: string): Promise<Uint8Array | undefined>;
}
