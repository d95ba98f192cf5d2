import type { FileState } from '../index/change.ts';
import type { GoneFile } from '../index/matchMoves.ts';
import type { Wiki } from '../index/wiki.ts';
import { debounce } from './debounce.ts';

/** What has gone from a wiki and what has come, in one go. */
export interface Departures {
  readonly gone: readonly GoneFile[];
  readonly come: readonly string[];
}

export interface MoveWatchHost {
  /** How long the disk must rest before moves are looked for, in milliseconds. */
  readonly movesRest: number;
  /** Whether someone is still at it: the index is being brought up to date, or git is in the middle of something. */
  isBusy(): Promise<boolean>;
  /** Files have gone and others have come, and now the disk rests. */
  changed(departures: Departures): void;
}

/** Gathers the files that go and come on the disk until it rests: a checkout of thousands of files is one batch. */
export class MoveWatch {
  readonly #host: MoveWatchHost;
  readonly #gone = new Map<string, GoneFile>();
  readonly #come = new Set<string>();
  readonly #rest: ReturnType<typeof debounce>;

  constructor(host: MoveWatchHost) {
    this.#host = host;
    this.#rest = debounce(host.movesRest, () => void this.#settle());
  }

  /** Takes notice of a file as the disk has it, before the index does. */
  note({ file, size }: FileState, wiki: Wiki): void {
    const page = wiki.files.get(file);
    const isKnown = page !== undefined || wiki.hasAsset(file);
    if (size === undefined) {
      // What came and went again was never there.
      if (this.#come.delete(file) || !isKnown) return;
      const wasShown = page !== undefined && wiki.pageAt(page.address) === page;
      this.#gone.set(file, { file, page, wasShown });
    } else if (!this.#gone.delete(file) && !isKnown) this.#come.add(file);
    this.#rest.call();
  }

  close(): void {
    this.#rest.cancel();
  }

  async #settle(): Promise<void> {
    if (await this.#host.isBusy()) return this.#rest.call();
    const departures = { gone: [...this.#gone.values()], come: [...this.#come] };
    this.#gone.clear();
    this.#come.clear();
    if (departures.gone.length > 0 && departures.come.length > 0) this.#host.changed(departures);
  }
}
