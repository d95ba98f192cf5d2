import { analyzePage, type ExistingPage } from '../page/analyze.ts';
import type { Page } from '../page/page.ts';
import { addressKey, type PageAddress } from '../wiki/address.ts';
import { addressOfFile, contentTypeOf, looksLikePage, storedAddress } from '../wiki/pageFile.ts';
import type { WikiSettings } from '../wiki/settings.ts';
import { AssetUses } from './assetUses.ts';
import type { Batch, FileState, PresentFile, WikiChange } from './change.ts';
import { Folders } from './folders.ts';
import { Imports } from './imports.ts';
import { LinkGraph } from './linkGraph.ts';
import { NearAddresses } from './nearAddresses.ts';
import { anchorsOf, looksTheSame } from './publicFacts.ts';
import { type Question, question } from './reads.ts';
import { assetOf, resolveImage, resolveLink } from './resolveLink.ts';
import { TagCounts } from './tagCounts.ts';
import type { Backlink, ResolvedImage, ResolvedLink, Wiki } from './wiki.ts';

/** Facts of one page that are worked out when somebody asks, and kept until they may differ. */
interface Derived {
  links?: readonly ResolvedLink[];
  images?: readonly ResolvedImage[];
  anchors?: ReadonlySet<string>;
}

/** The wiki as a graph that is kept up to date: an update costs what the changed pages and the links to them cost. */
export class WikiIndex implements Wiki {
  readonly settings: WikiSettings;
  /** How much work was done; the cost tests read it. */
  readonly counters = { analyzed: 0, resolved: 0 };
  readonly #files = new Map<string, Page>();
  readonly #imports = new Imports();
  readonly #derived = new Map<string, Derived>();
  /** In bytes, by file. */
  readonly #assets = new Map<string, number>();
  readonly #graph = new LinkGraph();
  readonly #assetUses = new AssetUses();
  readonly #near = new NearAddresses();
  readonly #folders = new Folders();
  readonly #tags = new TagCounts();

  constructor(settings: WikiSettings) {
    this.settings = settings;
  }

  get files(): ReadonlyMap<string, Page> {
    return this.#files;
  }

  /** Takes files as they are now; files that are not named stay as they were. */
  update(states: Iterable<FileState>): WikiChange {
    const batch: Batch = {
      texts: new Map(),
      pages: new Map(),
      changed: new Set(),
      removed: new Set(),
      answers: new Set(),
      wanted: new Set(),
    };
    const unsettled = new Map<string, PageAddress>();
    for (const state of states) {
      if (contentTypeOf(state.file) === undefined) {
        this.#updateAsset(state, batch);
        continue;
      }
      const address = storedAddress(addressOfFile(state.file, this.settings.site.locale));
      unsettled.set(addressKey(address), address);
      if (state.size === undefined) this.#remove(state.file, address, batch);
      else this.#put(state, address, batch);
    }
    for (const address of unsettled.values()) this.#settle(address, batch);
    // In the order in which they were given, and then the twins of those.
    for (const file of [...batch.texts.keys(), ...batch.pages.keys()]) this.#show(file, batch);
    return batch;
  }

  pageAt(address: PageAddress): Page | undefined {
    return this.#imports.winnerAt(addressKey(address));
  }

  filesAt(address: PageAddress): readonly Page[] {
    return this.#pagesOf(this.#imports.filesAt(addressKey(address)));
  }

  nearAddresses(address: PageAddress): { otherCase: readonly Page[]; otherLocale: readonly Page[] } {
    const pages = (addresses: readonly PageAddress[]) =>
      addresses.map((near) => this.pageAt(near)).filter((page) => page !== undefined);
    const { otherCase, otherLocale } = this.#near.of(address);
    return { otherCase: pages(otherCase), otherLocale: pages(otherLocale) };
  }

  isFolder(address: PageAddress): boolean {
    return this.#folders.has(address);
  }

  *pages(): Iterable<Page> {
    for (const page of this.#files.values()) if (page.importError === undefined) yield page;
  }

  hasAsset(file: string): boolean {
    return this.#assets.has(file);
  }

  assetSize(file: string): number | undefined {
    return this.#assets.get(file);
  }

  assets(): Iterable<string> {
    return this.#assets.keys();
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

  assetUsers(asset: string): readonly Page[] {
    return this.#pagesOf(this.#assetUses.usersOf(asset));
  }

  linkingPages(address: PageAddress): readonly Page[] {
    return this.#pagesOf(this.#graph.sourcesOf(addressKey(address)));
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

  #updateAsset(state: FileState, { answers, changed, removed }: Batch): void {
    const { file, size } = state;
    const before = this.#assets.get(file);
    if (size === before) return;
    if (size === undefined) this.#assets.delete(file);
    else this.#assets.set(file, size);
    answers.add(question.asset(file));
    if (size === undefined || before === undefined) answers.add(question.everything);
    if (looksLikePage(file)) (size === undefined ? removed : changed).add(file);
  }

  #put(state: PresentFile, address: PageAddress, batch: Batch): void {
    const { file } = state;
    this.#imports.put(file, address);
    batch.texts.set(file, state);
    batch.changed.add(file);
    batch.removed.delete(file);
    if (!this.#files.has(file)) batch.answers.add(question.everything);
  }

  #remove(file: string, address: PageAddress, batch: Batch): void {
    this.#imports.remove(file, address);
    this.#derived.delete(file);
    batch.texts.delete(file);
    batch.changed.delete(file);
    if (!this.#files.delete(file)) return;
    batch.removed.add(file);
    batch.answers.add(question.everything);
    for (const target of this.#graph.replace(file, [])) batch.answers.add(question.backlinks(target));
    for (const asset of this.#assetUses.replace(file, new Set())) batch.answers.add(question.assetUsers(asset));
  }

  /** Decides which of the files that claim an address is its page, and notes whom that concerns. */
  #settle(address: PageAddress, batch: Batch): void {
    const { before, winner, pages, otherwiseRefused, claimsDiffer } = this.#imports.settle(
      address,
      this.settings.site.locale,
      (file, existing) => this.#analyze(file, existing, batch),
      (file) => batch.wanted.add(file),
    );
    const { answers, changed } = batch;
    for (const page of pages) batch.pages.set(page.file, page);
    for (const file of otherwiseRefused) changed.add(file);
    if (claimsDiffer || !looksTheSame(before, winner)) answers.add(question.page(address));
    if (before?.title !== winner?.title || before?.file !== winner?.file) answers.add(question.everything);
    this.#tags.replace(before?.tags ?? [], winner?.tags ?? [], answers);
    if ((before === undefined) !== (winner === undefined)) this.#comeOrGo(address, winner !== undefined, answers);
  }

  #analyze(file: string, existing: ExistingPage | undefined, { texts, changed }: Batch): Page | undefined {
    const state = texts.get(file);
    if (state === undefined) return undefined;
    changed.add(file);
    this.counters.analyzed++;
    const { text, size, hasByteOrderMark } = state;
    return analyzePage(file, text, this.settings, { size, hasByteOrderMark, existing });
  }

  /** A page has appeared at an address, or vanished from it: links there change their kind. */
  #comeOrGo(address: PageAddress, exists: boolean, answers: Set<Question>): void {
    if (exists) this.#near.add(address);
    else this.#near.delete(address);
    const folders = exists ? this.#folders.add(address) : this.#folders.delete(address);
    for (const folder of folders) answers.add(question.page(folder));
    answers.add(question.near(address));
    for (const file of this.#graph.sourcesOf(addressKey(address))) {
      const derived = this.#derived.get(file);
      if (derived !== undefined) derived.links = undefined;
    }
  }

  /** Puts a page in the place of the one that its file was before. */
  #show(file: string, { pages, answers }: Batch): void {
    const page = pages.get(file);
    if (page === undefined || this.#files.get(file) === page) return;
    this.#files.set(file, page);
    this.#derived.set(file, {});
    const targets = page.links.map((link) => resolveLink(link, page, this.settings));
    for (const target of this.#graph.replace(file, targets)) answers.add(question.backlinks(target));
    const assets = new Set(targets.flatMap(({ asset }) => asset ?? []));
    for (const image of [...page.images, ...page.media]) {
      const asset = assetOf(image, page, this.settings);
      if (asset !== undefined) assets.add(asset);
    }
    for (const asset of this.#assetUses.replace(file, assets)) answers.add(question.assetUsers(asset));
  }
}
