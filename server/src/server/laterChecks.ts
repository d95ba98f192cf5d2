import type { FileHistory } from '../rules/sync/fileChange.ts';
import type { LaterChecksHost } from './laterChecksHost.ts';
import type { OpenDocuments } from './openDocuments.ts';
import { StyleChecks } from './styleChecks.ts';
import { SyncChecks } from './syncChecks.ts';

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
