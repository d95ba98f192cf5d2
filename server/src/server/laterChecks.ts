import type { Checks } from '../features/checks.ts';
import type { WikiIndex } from '../index/wikiIndex.ts';
import type { FileHistory } from '../rules/sync/fileChange.ts';
import type { OpenDocuments } from './openDocuments.ts';
import { StyleChecks } from './styleChecks.ts';
import { SyncChecks } from './syncChecks.ts';
import type { WikiHost } from './wikiHost.ts';

export interface LaterChecksHost extends Pick<WikiHost, 'log' | 'pause' | 'markdownTools'> {
  /** The wiki as it is now; undefined while nothing must be said of it. */
  current(): { readonly wiki: WikiIndex; readonly checks: Checks } | undefined;
  /** The problems of a page are others than those that were sent. */
  changed(file: string): void;
}

/** What is looked for apart from the facts of pages, when everything else has been told: the style, the sync. */
export class LaterChecks {
  readonly #style: StyleChecks;
  readonly #sync: SyncChecks | undefined;

  constructor(documents: OpenDocuments, history: FileHistory | undefined, host: LaterChecksHost) {
    this.#style = new StyleChecks(documents, host);
    this.#sync = history && new SyncChecks(history, host);
  }

  /** Pages have changed, in the editor or on the disk. */
  pagesChanged(): void {
    this.#style.call();
  }

  /** Files have changed on the disk, or have been read for the first time. */
  filesChanged(): void {
    this.#sync?.call();
  }

  cancel(): void {
    this.#style.cancel();
    this.#sync?.cancel();
  }
}
