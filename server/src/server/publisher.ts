import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Checks } from '../features/checks.ts';
import { diagnosticOf } from '../features/diagnostics.ts';
import { type PersonalRules, turnDown } from '../features/personalRules.ts';
import { hasBrokenLinks } from '../features/tree.ts';
import { checkedFiles, checkedPage } from '../index/lostPages.ts';
import { takeTurns } from '../index/turns.ts';
import type { WikiIndex } from '../index/wikiIndex.ts';
import { attempt } from './guard.ts';
import type { OpenDocuments } from './openDocuments.ts';
import type { Log } from './platform.ts';

/** What is published: an index and the problems of its pages. */
export interface Published {
  readonly wiki: WikiIndex;
  readonly checks: Checks;
}

export interface PublisherHost {
  readonly log: Log;
  pause(): Promise<void>;
  sendDiagnostics(params: PublishDiagnosticsParams): void;
  personalRules(): PersonalRules;
  /** The states that the tree shows have changed. */
  treeChanged(): void;
  /** The number of problems, or of pages that have still to be checked, may have changed. */
  countsChanged(): void;
}

/** Checks the pages of one wiki that have to be checked, sends what it finds, and takes back what is no longer so. */
export class Publisher {
  readonly #documents: OpenDocuments;
  readonly #host: PublisherHost;
  /** The URI that was used, by file: a client may name a document otherwise when it opens it. */
  readonly #published = new Map<string, string>();
  /** The files that had broken links when their problems were last told. */
  readonly #broken = new Set<string>();
  #current: Published | undefined;
  #isRunning = false;

  constructor(documents: OpenDocuments, host: PublisherHost) {
    this.#documents = documents;
    this.#host = host;
  }

  /** Checks and sends what is not told yet, soon and letting requests in between; undefined stops that. */
  run(current: Published | undefined): void {
    this.#current = current;
    if (this.#isRunning || this.#nextUntold() === undefined) return;
    this.#isRunning = true;
    void attempt(this.#host.log, 'Checking pages', () => this.#publishUntold()).then(() => {
      this.#isRunning = false;
      this.run(this.#current);
    });
  }

  /** Sends again what is known, since the person's own settings have changed. */
  republish(): void {
    if (this.#current === undefined) return;
    const { wiki, checks } = this.#current;
    for (const file of checkedFiles(wiki)) if (!checks.untold.has(file)) this.#publishPage(file);
  }

  /** Sends the diagnostics of a page again, since more of its problems are known. */
  publishAgain(file: string): void {
    if (this.#current !== undefined && !this.#current.checks.untold.has(file)) this.#publishPage(file);
  }

  /** Replaces a file's diagnostics; nothing is sent for a file that had none and has none. */
  publish(file: string, diagnostics: Diagnostic[]): void {
    const uri = this.#documents.uriOf(file);
    const before = this.#published.get(file);
    if (before !== undefined && before !== uri) this.#host.sendDiagnostics({ uri: before, diagnostics: [] });
    if (diagnostics.length === 0) {
      if (this.#published.delete(file)) this.#host.sendDiagnostics({ uri, diagnostics });
      return;
    }
    this.#published.set(file, uri);
    this.#host.sendDiagnostics({ uri, version: this.#documents.versionOf(file) ?? undefined, diagnostics });
  }

  /** Takes back the diagnostics of every file that fails a test. */
  keepOnly(isKept: (file: string) => boolean): void {
    for (const file of [...this.#published.keys()]) if (!isKept(file)) this.publish(file, []);
  }

  async #publishUntold(): Promise<void> {
    const giveWay = takeTurns(this.#host.pause);
    let stateDiffers = false;
    for (let file = this.#nextUntold(); file !== undefined; file = this.#nextUntold()) {
      this.#publishPage(file);
      const isBroken = hasBrokenLinks(this.#current?.checks.knownProblemsOf(file) ?? []);
      stateDiffers ||= isBroken !== this.#broken.has(file);
      if (isBroken) this.#broken.add(file);
      else this.#broken.delete(file);
      await giveWay();
    }
    if (stateDiffers) this.#host.treeChanged();
    this.#host.countsChanged();
  }

  /** Open documents come first. */
  #nextUntold(): string | undefined {
    const untold = this.#current?.checks.untold ?? new Set<string>();
    for (const file of this.#documents.files()) if (untold.has(file)) return file;
    return untold.values().next().value;
  }

  #publishPage(file: string): void {
    if (this.#current === undefined) return;
    const { wiki, checks } = this.#current;
    const problems = turnDown(checks.problemsOf(file), this.#host.personalRules());
    checks.noteTold(file);
    const page = checkedPage(file, wiki);
    // What has been typed since then has moved the places; the document will be checked again in a moment.
    if (page === undefined || this.#documents.isUnseen(file)) return;
    this.publish(
      file,
      problems.map((problem) => diagnosticOf(problem, page, wiki, this.#documents)),
    );
  }
}
