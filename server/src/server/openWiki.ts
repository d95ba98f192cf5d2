import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Checks } from '../features/checks.ts';
import type { PageContext, WikiFiles } from '../features/context.ts';
import { settingsDiagnostics } from '../features/diagnostics.ts';
import { turnDown } from '../features/personalRules.ts';
import type { FileState } from '../index/change.ts';
import { decodeText } from '../index/decode.ts';
import { isNeverRead } from '../index/ignore.ts';
import { checkedPage } from '../index/lostPages.ts';
import { question } from '../index/reads.ts';
import { loadWiki, readChanges, readSettings, settingsFileName, updateOne } from '../index/scan.ts';
import { takeTurns } from '../index/turns.ts';
import type { FileSource } from '../index/wiki.ts';
import { WikiIndex } from '../index/wikiIndex.ts';
import type { Problem } from '../rules/rule.ts';
import { defaultSettings } from '../wiki/settingsFile.ts';
import { debounce } from './debounce.ts';
import { attempt } from './guard.ts';
import { LaterChecks } from './laterChecks.ts';
import { MoveWatch } from './moveWatch.ts';
import { OpenDocuments } from './openDocuments.ts';
import { Publisher } from './publisher.ts';
import type { WikiHost } from './wikiHost.ts';

/** One wiki of the workspace: its index, its problems and its open documents, kept up to date. */
export class OpenWiki {
  /** URI of the root folder. */
  readonly root: string;
  readonly documents: OpenDocuments;
  /** Resolves when the wiki has been read for the first time. Never fails. */
  readonly ready: Promise<void>;
  readonly #source: FileSource;
  readonly #files: WikiFiles;
  readonly #host: WikiHost;
  readonly #publisher: Publisher;
  readonly #typing: ReturnType<typeof debounce>;
  readonly #later: LaterChecks;
  readonly #moves: MoveWatch;
  #wiki: WikiIndex;
  #checks: Checks;
  /** Everything that reads files waits for what was begun before it. */
  #work: Promise<unknown> = Promise.resolve();
  #isClosed = false;
  #isRead = false;
  /** Whether the index lacks files that are there, so that nothing must be said of links. */
  #isInPieces = true;

  constructor(root: string, source: FileSource, host: WikiHost) {
    this.root = root;
    this.#source = source;
    this.#host = host;
    this.#typing = debounce(host.typingRest, () => this.#check());
    this.documents = new OpenDocuments(root);
    this.#files = {
      bytesOf: (file) => source.read(file),
      textOf: async (file) => {
        const open = this.documents.get(file)?.getText();
        const bytes = open === undefined ? await source.read(file) : undefined;
        return bytes === undefined ? open : decodeText(bytes).text;
      },
    };
    this.#publisher = new Publisher(this.documents, {
      ...host,
      personalRules: () => host.personalRules(root),
      treeChanged: () => host.treeChanged(root),
    });
    this.#later = new LaterChecks(this.documents, host.historyOf(root), {
      ...host,
      current: () => (this.#isInPieces ? undefined : { wiki: this.#wiki, checks: this.#checks }),
      changed: (file) => this.#publisher.publishAgain(file),
    });
    this.#moves = new MoveWatch({
      movesRest: host.movesRest,
      isBusy: async () => this.#isInPieces || (await host.isGitBusy(root)),
      changed: (departures) => host.filesMoved(root, departures),
    });
    this.#wiki = new WikiIndex(defaultSettings);
    this.#checks = new Checks(this.#wiki);
    this.ready = this.#enqueue('Reading the wiki', () => this.#load());
  }

  /** Resolves when all changes of files that have been told of by now have been read. */
  async settled(): Promise<void> {
    await this.#work;
  }

  /** Whether the wiki has been read to its end. */
  get isRead(): boolean {
    return this.#isRead;
  }

  /** The wiki as it is now, what is being typed included. */
  get wiki(): WikiIndex {
    this.#seeDocuments();
    return this.#wiki;
  }

  /** The problems of the wiki as it is now. */
  get checks(): Checks {
    this.#seeDocuments();
    return this.#checks;
  }

  /** The problems of a page as this person wants to see them. */
  problemsOf(file: string): readonly Problem[] {
    return turnDown(this.checks.problemsOf(file), this.#host.personalRules(this.root));
  }

  /** The same, but those that the page had when it was last checked. */
  knownProblemsOf(file: string): readonly Problem[] {
    return turnDown(this.#checks.knownProblemsOf(file), this.#host.personalRules(this.root));
  }

  /** What features are given for a page; undefined if the file is no page of this wiki. */
  async pageContext(file: string): Promise<PageContext | undefined> {
    const { wiki, documents } = this;
    const page = checkedPage(file, wiki);
    if (page === undefined) return undefined;
    const text = await this.#files.textOf(file);
    return text === undefined ? undefined : { wiki, page, text, documents, files: this.#files };
  }

  /** Takes notice of a document that was opened or typed in. */
  documentChanged(file: string, document: TextDocument): void {
    this.documents.set(file, document);
    this.#typing.call();
    if (file === settingsFileName) void this.#enqueue('Checking the settings', () => this.#publishSettings());
  }

  /** The file's text is again what is on disk. */
  documentClosed(file: string): void {
    this.documents.delete(file);
    this.filesChanged([file]);
  }

  /** Takes notice of files and folders that have changed on disk, appeared or gone; paths are relative to the root. */
  filesChanged(paths: readonly string[]): void {
    this.#later.filesChanged();
    void this.#enqueue('Reading changed files', async () => {
      if (paths.includes(settingsFileName) && (await this.#settingsDiffer())) return await this.#load();
      await this.#whole(async () => {
        const giveWay = takeTurns(this.#host.pause);
        const known = [...this.#wiki.files.keys(), ...this.#wiki.assets()];
        for await (const states of readChanges(this.#source, paths, known))
          for (const state of states) {
            this.#moves.note(state, this.#wiki);
            this.#update([this.#asOpen(state)]);
            await giveWay();
          }
      });
    });
  }

  /** Sends all diagnostics again, since the person's own settings have changed. */
  republish(): void {
    this.#publisher.republish();
  }

  /** Takes all diagnostics back and does nothing more. */
  close(): void {
    this.#isClosed = true;
    this.#typing.cancel();
    this.#moves.close();
    this.#later.cancel();
    this.#publisher.run(undefined);
    this.#publisher.keepOnly(() => false);
  }

  #enqueue(name: string, run: () => Promise<void>): Promise<void> {
    const work = this.#work.then(() => (this.#isClosed ? undefined : attempt(this.#host.log, name, run)));
    this.#work = work;
    return work;
  }

  async #load(): Promise<void> {
    const started = performance.now();
    const { log, pause } = this.#host;
    const { settings } = await readSettings(this.#source);
    const progress = await this.#host.progress('Reading the wiki');
    const { token } = progress;
    const wiki = await loadWiki(this.#source, {
      settings,
      token,
      onProgress: progress.report,
      pause,
      onFailure: this.#reportFailure,
    }).finally(progress.done);
    if (this.#isClosed) return;
    if (token.isCancellationRequested) {
      log.warn(`Reading ${this.root} was cancelled: nothing is said of it until the server is started again`);
      return this.close();
    }
    log.info(`${this.root}: ${wiki.files.size} pages in ${Math.round(performance.now() - started)} ms`);
    this.#replace(wiki);
    await this.#publishSettings();
    this.#host.treeChanged(this.root);
    this.#check();
  }

  #replace(wiki: WikiIndex): void {
    this.#wiki = wiki;
    this.#checks = new Checks(wiki);
    this.#isInPieces = false;
    this.#isRead = true;
    this.documents.forgetSeen();
    this.#seeDocuments();
    this.#publisher.keepOnly((file) => checkedPage(file, wiki) !== undefined);
    this.#later.filesChanged();
  }

  async #settingsDiffer(): Promise<boolean> {
    await this.#publishSettings();
    const { settings } = await readSettings(this.#source);
    return JSON.stringify(settings) !== JSON.stringify(this.#wiki.settings);
  }

  async #publishSettings(): Promise<void> {
    const open = this.documents.get(settingsFileName)?.getText();
    const bytes = open === undefined ? await this.#source.read(settingsFileName) : undefined;
    const text = open ?? (bytes === undefined ? '' : decodeText(bytes).text);
    this.#publisher.publish(settingsFileName, settingsDiagnostics(text));
  }

  /** Does work after which the wiki is whole again; until then nothing is said of it. */
  async #whole(work: () => Promise<void>): Promise<void> {
    this.#isInPieces = true;
    this.#publisher.run(undefined);
    await work().finally(() => {
      this.#isInPieces = false;
      this.#check();
    });
  }

  #check(): void {
    this.#seeDocuments();
    if (this.#isClosed || this.#isInPieces) return;
    this.#publisher.run({ wiki: this.#wiki, checks: this.#checks });
    this.#later.pagesChanged();
  }

  #seeDocuments(): void {
    const files = this.documents.takeUnseen();
    if (files.length === 0) return;
    const isMarked = (file: string) => this.#wiki.files.get(file)?.hasByteOrderMark ?? false;
    this.#update(files.flatMap((file) => this.documents.stateOf(file, isMarked(file)) ?? []));
  }

  /** A file on disk as the editor has it, if it is open there. */
  #asOpen(state: FileState): FileState {
    const hasByteOrderMark = state.size !== undefined && state.hasByteOrderMark;
    return this.documents.stateOf(state.file, hasByteOrderMark) ?? state;
  }

  #update(states: readonly FileState[]): void {
    const seen = states.filter(({ file }) => !isNeverRead(file));
    let isSeenInTree = false;
    for (const state of seen) {
      const change = updateOne(this.#wiki, state, this.#reportFailure);
      if (change === undefined) continue;
      this.#checks.noteChange(change);
      for (const file of change.removed) this.#publisher.publish(file, []);
      isSeenInTree ||= change.answers.has(question.everything);
      if (change.wanted.size > 0) this.filesChanged([...change.wanted]);
    }
    if (isSeenInTree) this.#host.treeChanged(this.root);
  }

  readonly #reportFailure = (file: string, error: unknown) => {
    this.#host.log.error(`${file}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  };
}
