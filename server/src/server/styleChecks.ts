import { checkStyle, stylesFor } from '../rules/style/checkStyle.ts';
import { debounce } from './debounce.ts';
import { attempt } from './guard.ts';
import type { LaterChecksHost } from './laterChecksHost.ts';
import type { OpenDocuments } from './openDocuments.ts';

/** How long nothing else must have been looked for before the style of open pages is, in milliseconds. */
const rest = 300;

/** Looks for the style of the pages that are open, after everything else, one page at a time. */
export class StyleChecks {
  readonly #documents: OpenDocuments;
  readonly #host: LaterChecksHost;
  readonly #soon = debounce(rest, () => void attempt(this.#host.log, 'Looking at the style', () => this.#run()));

  constructor(documents: OpenDocuments, host: LaterChecksHost) {
    this.#documents = documents;
    this.#host = host;
  }

  /** Looks at what has changed, when that has rested. */
  call(): void {
    this.#soon.call();
  }

  cancel(): void {
    this.#soon.cancel();
  }

  async #run(): Promise<void> {
    for (const file of [...this.#documents.files()]) {
      const { wiki, checks } = this.#host.current() ?? {};
      const page = wiki?.files.get(file);
      const text = this.#documents.get(file)?.getText();
      if (wiki === undefined || checks === undefined || page === undefined || text === undefined) continue;
      // What was typed since then is looked at when it rests.
      if (this.#documents.isUnseen(file) || checks.stale.has(file) || checks.knowsStyleOf(page)) continue;
      if (stylesFor(page, text, wiki.settings).length === 0) continue;
      const tools = await this.#host.markdownTools();
      await this.#host.pause();
      if (this.#documents.get(file)?.getText() !== text) continue;
      const problems = checkStyle(page, text, wiki, tools);
      checks.setStyle(page, problems);
      if (problems.length > 0) this.#host.changed(file);
    }
  }
}
