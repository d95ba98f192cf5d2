import type { Page } from '../page/page.ts';
import { addressKey, type PageAddress } from '../wiki/address.ts';
import { addTo, removeFrom } from './multiMap.ts';
import type { Wiki } from './wiki.ts';

/** One thing that can be asked of a wiki, as a string: the currency in which changes and their readers meet. */
export type Question = string;

/** The names of the questions. `WikiIndex` says which of them have a new answer, `recordReads` which were asked. */
export const question = {
  /**
   * Which page is at an address, its title, its description, its anchors and whether it is published, who else claims the
   * address, and whether pages lie below it.
   */
  page: (address: PageAddress): Question => `page ${addressKey(address)}`,
  /** Which pages there are whose address is this one but for letter case or locale. */
  near: (address: PageAddress): Question => `near ${address.path.toLowerCase()}`,
  /** Whether there is such an asset, and its size. */
  asset: (file: string): Question => `asset ${file}`,
  /** Which pages link to an address; where and how often they do is no part of it. */
  backlinks: (address: PageAddress): Question => `backlinks ${addressKey(address)}`,
  /** Which pages link to an asset or show it; where and how often they do is no part of it. */
  assetUsers: (file: string): Question => `uses of ${file}`,
  /** Which files, pages or assets there are at all, with the title of each page. */
  everything: 'everything',
  tags: 'tags',
} as const;

/** The same wiki, but each look-up is noted in `reads`. A page's own facts are not: who reads them knows the page. */
export function recordReads(wiki: Wiki, reads: Set<Question>): Wiki {
  const note = <T>(asked: Question, answer: T): T => {
    reads.add(asked);
    return answer;
  };
  return {
    settings: wiki.settings,
    get files() {
      return note(question.everything, wiki.files);
    },
    pageAt: (address) => note(question.page(address), wiki.pageAt(address)),
    filesAt: (address) => note(question.page(address), wiki.filesAt(address)),
    nearAddresses: (address) => note(question.near(address), wiki.nearAddresses(address)),
    isFolder: (address) => note(question.page(address), wiki.isFolder(address)),
    pages: () => note(question.everything, wiki.pages()),
    hasAsset: (file) => note(question.asset(file), wiki.hasAsset(file)),
    assetSize: (file) => note(question.asset(file), wiki.assetSize(file)),
    assets: () => note(question.everything, wiki.assets()),
    linksOf(page) {
      const links = wiki.linksOf(page);
      for (const { target } of links) if (target !== undefined) reads.add(question.page(target));
      return links;
    },
    imagesOf: (page) => wiki.imagesOf(page),
    backlinks: (address) => note(question.backlinks(address), wiki.backlinks(address)),
    assetUsers: (file) => note(question.assetUsers(file), wiki.assetUsers(file)),
    linkingPages: (address) => note(question.backlinks(address), wiki.linkingPages(address)),
    hasAnchor: (page: Page, fragment) => note(question.page(page.address), wiki.hasAnchor(page, fragment)),
    tags: () => note(question.tags, wiki.tags()),
  };
}

/** Who asked what: finds the files to look at again when answers change. */
export class ReadLog {
  readonly #questionsOf = new Map<string, ReadonlySet<Question>>();
  readonly #readersOf = new Map<Question, Set<string>>();

  /** Replaces what is known of a file's questions. */
  record(file: string, reads: ReadonlySet<Question>): void {
    this.forget(file);
    this.#questionsOf.set(file, reads);
    for (const asked of reads) addTo(this.#readersOf, asked, file);
  }

  forget(file: string): void {
    for (const asked of this.#questionsOf.get(file) ?? []) removeFrom(this.#readersOf, asked, file);
    this.#questionsOf.delete(file);
  }

  /** The files that asked one of these questions. */
  readersOf(questions: Iterable<Question>): Set<string> {
    const readers = new Set<string>();
    for (const asked of questions) for (const file of this.#readersOf.get(asked) ?? []) readers.add(file);
    return readers;
  }
}
