import { analyzePage } from '../page/analyze.ts';
import type { Page } from '../page/page.ts';
import { addressKey, type PageAddress } from '../wiki/address.ts';
import { contentTypeOf } from '../wiki/pageFile.ts';
import type { WikiSettings } from '../wiki/settings.ts';
import { settleCollision } from './importOrder.ts';
import { LinkGraph } from './linkGraph.ts';
import { NearAddresses } from './nearAddresses.ts';
import { anchorsOf, looksTheSame } from './publicFacts.ts';
import { type Question, question } from './reads.ts';
import { resolveImage, resolveLink } from './resolveLink.ts';
import { TagCounts } from './tagCounts.ts';
import type { Backlink, ResolvedImage, ResolvedLink, Wiki } from './wiki.ts';

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
  /** Pages that are new, or whose facts are. */
  readonly changed: ReadonlySet<string>;
  /** Pages that are gone. */
  readonly removed: ReadonlySet<string>;
  /** The questions that have a new answer. */
  readonly answers: ReadonlySet<Question>;
}

/** Facts of one page that are worked out when somebody asks, and kept until they may differ. */
interface Derived {
  links?: readonly ResolvedLink[];
  images?: readonly ResolvedImage[];
  anchors?: ReadonlySet<string>;
}

/** The files that claim one address. */
interface Claim {
  readonly files: Set<string>;
  winner: Page | undefined;
  /** Why each file is refused, if it is, as last settled. */
  refusals: ReadonlyMap<string, string | undefined>;
}

/** The wiki as a graph that is kept up to date: an update costs what the changed pages and the links to them cost. */
export class WikiIndex implements Wiki {
  readonly settings: WikiSettings;
  /** How much work was done; the cost tests read it. */
  readonly counters = { analyzed: 0, resolved: 0 };
  readonly #files = new Map<string, Page>();
  /** The pages as analysed, each as if it were alone with its address. */
  readonly #analyzed = new Map<string, Page>();
  readonly #claims = new Map<string, Claim>();
  readonly #derived = new Map<string, Derived>();
  readonly #assets = new Set<string>();
  readonly #graph = new LinkGraph();
  readonly #near = new NearAddresses();
  readonly #tags = new TagCounts();

  constructor(settings: WikiSettings) {
    this.settings = settings;
  }

  get files(): ReadonlyMap<string, Page> {
    return this.#files;
  }

  /** Takes files as they are now; files that are not named stay as they were. */
  update(states: Iterable<FileState>): WikiChange {
    const changed = new Set<string>();
    const removed = new Set<string>();
    const answers = new Set<Question>();
    const unsettled = new Map<string, PageAddress>();
    for (const state of states) {
      if (contentTypeOf(state.file) === undefined) {
        this.#updateAsset(state, answers);
        continue;
      }
      const before = this.#analyzed.get(state.file);
      const after = this.#analyze(state);
      if (before !== undefined) unsettled.set(addressKey(before.address), before.address);
      if (after !== undefined) unsettled.set(addressKey(after.address), after.address);
      this.#replace(state.file, before, after, answers);
      if (after !== undefined) {
        changed.add(state.file);
        removed.delete(state.file);
      } else if (before !== undefined) {
        removed.add(state.file);
        changed.delete(state.file);
      }
    }
    for (const address of unsettled.values()) this.#settle(address, changed, answers);
    return { changed, removed, answers };
  }

  pageAt(address: PageAddress): Page | undefined {
    return this.#claims.get(addressKey(address))?.winner;
  }

  filesAt(address: PageAddress): readonly Page[] {
    return this.#pagesOf(this.#claims.get(addressKey(address))?.files ?? []);
  }

  nearAddresses(address: PageAddress): { otherCase: readonly Page[]; otherLocale: readonly Page[] } {
    const pages = (addresses: readonly PageAddress[]) =>
      addresses.map((near) => this.pageAt(near)).filter((page) => page !== undefined);
    const { otherCase, otherLocale } = this.#near.of(address);
    return { otherCase: pages(otherCase), otherLocale: pages(otherLocale) };
  }

  *pages(): Iterable<Page> {
    for (const page of this.#files.values()) if (page.importError === undefined) yield page;
  }

  hasAsset(file: string): boolean {
    return this.#assets.has(file);
  }

  assets(): Iterable<string> {
    return this.#assets;
  }

  linksOf(page: Page): readonly ResolvedLink[] {
    const derived = this.#derived.get(page.file);
    if (derived === undefined) return [];
    derived.links ??= this.#graph.targetsOf(page.file).map((target): ResolvedLink => {
      this.counters.resolved++;
      const { kind } = target;
      if (kind !== 'internal') return { ...target, kind, page };
      const isValid = target.target !== undefined && this.pageAt(target.target) !== undefined;
      return { ...target, page, kind: isValid ? 'internal-valid' : 'internal-invalid' };
    });
    return derived.links;
  }

  imagesOf(page: Page): readonly ResolvedImage[] {
    const derived = this.#derived.get(page.file);
    if (derived === undefined) return [];
    derived.images ??= page.images.map((image) => resolveImage(image, page, this.settings));
    return derived.images;
  }

  backlinks(address: PageAddress): readonly Backlink[] {
    const key = addressKey(address);
    return this.#pagesOf(this.#graph.sourcesOf(key)).flatMap((from) =>
      this.linksOf(from)
        .filter((link) => link.target !== undefined && addressKey(link.target) === key)
        .map((link) => ({ from, link })),
    );
  }

  hasAnchor(page: Page, fragment: string): boolean {
    // A browser takes both for the top of the page (HTML, "select the indicated part").
    if (fragment === '' || fragment.toLowerCase() === 'top') return true;
    const derived = this.#derived.get(page.file);
    if (derived === undefined) return false;
    derived.anchors ??= anchorsOf(page);
    return derived.anchors.has(fragment);
  }

  tags(): ReadonlyMap<string, number> {
    return this.#tags.counts;
  }

  #pagesOf(files: Iterable<string>): Page[] {
    const pages: Page[] = [];
    for (const file of files) {
      const page = this.#files.get(file);
      if (page !== undefined) pages.push(page);
    }
    return pages;
  }

  #updateAsset(state: FileState, answers: Set<Question>): void {
    const exists = state.size !== undefined;
    if (exists === this.#assets.has(state.file)) return;
    if (exists) this.#assets.add(state.file);
    else this.#assets.delete(state.file);
    answers.add(question.asset(state.file)).add(question.everything);
  }

  #analyze(state: FileState): Page | undefined {
    if (state.size === undefined) return undefined;
    this.counters.analyzed++;
    const { size, hasByteOrderMark } = state;
    return analyzePage(state.file, state.text, this.settings, { size, hasByteOrderMark });
  }

  /** Puts one page in the place of another, as if each were alone with its address; `#settle` does the rest. */
  #replace(file: string, before: Page | undefined, after: Page | undefined, answers: Set<Question>): void {
    if (before !== undefined) this.#claims.get(addressKey(before.address))?.files.delete(file);
    const targets = after?.links.map((link) => resolveLink(link, after, this.settings)) ?? [];
    for (const target of this.#graph.replace(file, targets)) answers.add(question.backlinks(target));
    if (after === undefined) {
      this.#analyzed.delete(file);
      this.#derived.delete(file);
      if (this.#files.delete(file)) answers.add(question.everything);
      return;
    }
    if (before === undefined) answers.add(question.everything);
    this.#analyzed.set(file, after);
    const key = addressKey(after.address);
    const claim = this.#claims.get(key);
    if (claim === undefined) this.#claims.set(key, { files: new Set([file]), winner: undefined, refusals: new Map() });
    else claim.files.add(file);
  }

  /** Decides which of the files that claim an address is its page, and notes whom that concerns. */
  #settle(address: PageAddress, changed: Set<string>, answers: Set<Question>): void {
    const key = addressKey(address);
    const claim = this.#claims.get(key);
    if (claim === undefined) return;
    const { winner: before, refusals } = claim;
    const claimants = [...claim.files].flatMap((file) => this.#analyzed.get(file) ?? []);
    const { winner, losers } = settleCollision(claimants);
    const shown = new Map([...claimants, ...losers].map((page) => [page.file, page]));
    for (const page of shown.values()) this.#show(page);
    claim.winner = winner;
    claim.refusals = new Map([...shown].map(([file, page]) => [file, page.importError?.message]));
    if (claim.files.size === 0) this.#claims.delete(key);

    for (const [file, message] of claim.refusals) if (refusals.get(file) !== message) changed.add(file);
    if (!sameEntries(refusals, claim.refusals) || !looksTheSame(before, winner)) answers.add(question.page(address));
    if (before?.title !== winner?.title || before?.file !== winner?.file) answers.add(question.everything);
    this.#tags.replace(before?.tags ?? [], winner?.tags ?? [], answers);
    if ((before === undefined) !== (winner === undefined)) this.#comeOrGo(address, winner !== undefined, answers);
  }

  /** A page has appeared at an address, or vanished from it: links there change their kind. */
  #comeOrGo(address: PageAddress, exists: boolean, answers: Set<Question>): void {
    if (exists) this.#near.add(address);
    else this.#near.delete(address);
    answers.add(question.near(address));
    for (const file of this.#graph.sourcesOf(addressKey(address))) {
      const derived = this.#derived.get(file);
      if (derived !== undefined) derived.links = undefined;
    }
  }

  #show(page: Page): void {
    if (this.#files.get(page.file) === page) return;
    this.#files.set(page.file, page);
    this.#derived.set(page.file, {});
  }
}

function sameEntries<K, V>(a: ReadonlyMap<K, V>, b: ReadonlyMap<K, V>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.has(key) && b.get(key) === value);
}
