import type { Page } from '../page/page.ts';
import type { Question } from './reads.ts';

/** A file as it is now. Assets need no text; a file without `size` is gone. */
export type FileState =
  | {
      readonly file: string;
      /** Without the byte order mark; empty for an asset. */
      readonly text: string;
      /** In bytes. */
      readonly size: number;
      readonly hasByteOrderMark: boolean;
    }
  | { readonly file: string; readonly size: undefined };

/** What an update did: enough to look again at what may have changed, and at nothing else. */
export interface WikiChange {
  /** Pages, and files that look like one, that are new, or whose facts are. */
  readonly changed: ReadonlySet<string>;
  /** Those that are gone. */
  readonly removed: ReadonlySet<string>;
  /** The questions that have a new answer. */
  readonly answers: ReadonlySet<Question>;
  /**
   * Files to be given again for the index to be right: another file of the same page has changed, which changes what
   * Wiki.js makes of them, and the index keeps no texts.
   */
  readonly wanted: ReadonlySet<string>;
}

/** A file that is there. */
export type PresentFile = Extract<FileState, { readonly size: number }>;

/** An update on its way: the change that it will tell of, the texts that it was given, and the pages that they make. */
export interface Batch extends WikiChange {
  readonly texts: Map<string, PresentFile>;
  /** What the files have come to. */
  readonly pages: Map<string, Page>;
  readonly changed: Set<string>;
  readonly removed: Set<string>;
  readonly answers: Set<Question>;
  readonly wanted: Set<string>;
}
