import { syncLosses } from '../rules/sync/checkSync.ts';
import type { FileHistory } from '../rules/sync/fileChange.ts';
import { debounce } from './debounce.ts';
import { attempt } from './guard.ts';
import type { LaterChecksHost } from './laterChecksHost.ts';

/** How long files must have rested before git is asked what has changed, in milliseconds. */
const rest = 1000;

/** Looks for what Wiki.js's sync would lose of the files as they are now, with the help of git. Silent where there is none. */
export class SyncChecks {
  readonly #history: FileHistory;
  readonly #host: LaterChecksHost;
  readonly #soon = debounce(rest, () => {
    // One question after the other, so that the last answer has the last word.
    this.#work = this.#work.then(() => attempt(this.#host.log, 'Looking at the sync', () => this.#run()));
  });
  #work: Promise<unknown> = Promise.resolve();

  constructor(history: FileHistory, host: LaterChecksHost) {
    this.#history = history;
    this.#host = host;
  }

  /** Looks again, when the files have rested. */
  call(): void {
    this.#soon.call();
  }

  cancel(): void {
    this.#soon.cancel();
  }

  async #run(): Promise<void> {
    if (this.#host.current() === undefined) return;
    const changes = await this.#history.changesSince();
    const { wiki, checks } = this.#host.current() ?? {};
    if (wiki === undefined || checks === undefined) return;
    for (const file of checks.setLosses(syncLosses(changes ?? [], wiki.settings))) this.#host.changed(file);
  }
}
