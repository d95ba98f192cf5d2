import type { WikiChange } from '../index/change.ts';
import { checkedFiles, checkedPage } from '../index/lostPages.ts';
import { type Question, ReadLog, recordReads } from '../index/reads.ts';
import type { WikiIndex } from '../index/wikiIndex.ts';
import type { Page } from '../page/page.ts';
import { checkPage } from '../rules/check.ts';
import type { Problem } from '../rules/rule.ts';
import { checkSync, type SyncLosses } from '../rules/sync/checkSync.ts';

/** The problems of a wiki's pages, kept up to date: a page is checked again when it changes, or what its check looked up does. */
export class Checks {
  /** How many pages were checked; the cost tests read it. */
  readonly counters = { checked: 0 };
  readonly #wiki: WikiIndex;
  readonly #problems = new Map<string, readonly Problem[]>();
  readonly #stale = new Set<string>();
  readonly #untold = new Set<string>();
  readonly #reads = new ReadLog();
  /** What is found apart from the rules on facts; it holds as long as the page's facts do. */
  readonly #styles = new WeakMap<Page, readonly Problem[]>();
  #losses: SyncLosses = new Map();

  constructor(wiki: WikiIndex) {
    this.#wiki = wiki;
    for (const file of checkedFiles(wiki)) this.#expire(file);
  }

  /** Files whose problems are not known, or may have changed. */
  get stale(): ReadonlySet<string> {
    return this.#stale;
  }

  /** Files whose problems may have changed since they were told: whoever else asks for those does not tell them. */
  get untold(): ReadonlySet<string> {
    return this.#untold;
  }

  /** The problems of a file are told as they are now. */
  noteTold(file: string): void {
    this.#untold.delete(file);
  }

  /** Takes notice of an update of the wiki; checks nothing yet. */
  noteChange(change: WikiChange): void {
    for (const file of change.changed) this.#expire(file);
    for (const file of this.#reads.readersOf(change.answers)) this.#expire(file);
    for (const file of change.removed) {
      this.#stale.delete(file);
      this.#untold.delete(file);
      this.#problems.delete(file);
      this.#reads.forget(file);
    }
  }

  /** The problems that a page had when it was last checked; none if it never was. */
  knownProblemsOf(file: string): readonly Problem[] {
    return this.#withOthers(file, this.#problems.get(file) ?? []);
  }

  /** Whether the style of a page, as it is, has been looked at. */
  knowsStyleOf(page: Page): boolean {
    return this.#styles.has(page);
  }

  /** Takes what was found of a page's style; the page's problems then hold it too. */
  setStyle(page: Page, problems: readonly Problem[]): void {
    this.#styles.set(page, problems);
  }

  /** Takes what the sync with the site loses, and gives the pages whose problems are others by that. */
  setLosses(losses: SyncLosses): ReadonlySet<string> {
    if (JSON.stringify([...losses]) === JSON.stringify([...this.#losses])) return new Set();
    const before = this.#filesWithLosses();
    this.#losses = losses;
    return new Set([...before, ...this.#filesWithLosses()]);
  }

  /** The problems of a page as it is now, in the order of their places; none if the file is no page. */
  problemsOf(file: string): readonly Problem[] {
    const known = this.#problems.get(file);
    if (known !== undefined && !this.#stale.has(file)) return this.#withOthers(file, known);
    const page = checkedPage(file, this.#wiki);
    this.#stale.delete(file);
    if (page === undefined) return [];
    this.counters.checked++;
    const reads = new Set<Question>();
    const problems = checkPage(page, recordReads(this.#wiki, reads));
    this.#reads.record(file, reads);
    this.#problems.set(file, problems);
    return this.#withOthers(file, problems);
  }

  #expire(file: string): void {
    this.#stale.add(file);
    this.#untold.add(file);
  }

  #withOthers(file: string, problems: readonly Problem[]): readonly Problem[] {
    const page = this.#wiki.files.get(file);
    if (page === undefined) return problems;
    const others = [...checkSync(page, this.#wiki, this.#losses), ...(this.#styles.get(page) ?? [])];
    return others.length === 0 ? problems : [...problems, ...others];
  }

  /** The pages that a loss concerns. */
  #filesWithLosses(): string[] {
    if (this.#losses.size === 0) return [];
    const pages = [...this.#wiki.files.values()];
    return pages.filter((page) => checkSync(page, this.#wiki, this.#losses).length > 0).map(({ file }) => file);
  }
}
