import type { ExistingPage } from '../page/analyze.ts';
import type { Page } from '../page/page.ts';
import { addressKey, type PageAddress } from '../wiki/address.ts';
import { compareImportOrder } from './importOrder.ts';
import { settleTwins } from './twins.ts';

/** What an import of the files of one address has come to. */
export interface ImportOutcome {
  /** The page that was at the address before, and the one that is now. */
  readonly before: Page | undefined;
  readonly winner: Page | undefined;
  /** Every file that claims the address, with what it is now. */
  readonly pages: readonly Page[];
  /** Files that are newly there, newly refused or no longer refused. */
  readonly otherwiseRefused: readonly string[];
  /** Whether other files claim the address than before, or others of them are refused. */
  readonly claimsDiffer: boolean;
}

/** Gives the facts of a file that is imported over an existing page; undefined if its text is not at hand. */
export type AnalyzeOver = (file: string, existing: ExistingPage | undefined) => Page | undefined;

/** The files that claim one address. */
interface Claim {
  readonly files: Set<string>;
  winner: Page | undefined;
  /** Why each file is refused, if it is, as last settled. */
  refusals: ReadonlyMap<string, string | undefined>;
}

/** What came of a file's text. */
interface Analyzed {
  readonly page: Page;
  /** What the page was imported over, to be compared. */
  readonly over: string;
}

/** Which files claim which address, and which of them is its page. */
export class Imports {
  readonly #claims = new Map<string, Claim>();
  readonly #analyzed = new Map<string, Analyzed>();

  /** The page at an address, given as `addressKey` makes it. */
  winnerAt(key: string): Page | undefined {
    return this.#claims.get(key)?.winner;
  }

  /** The files that claim an address, given as `addressKey` makes it. */
  filesAt(key: string): Iterable<string> {
    return this.#claims.get(key)?.files ?? [];
  }

  /** A file claims an address, with a text that has not been analysed yet. */
  put(file: string, address: PageAddress): void {
    this.#analyzed.delete(file);
    const claim = this.#claims.get(addressKey(address));
    if (claim !== undefined) claim.files.add(file);
    else this.#claims.set(addressKey(address), { files: new Set([file]), winner: undefined, refusals: new Map() });
  }

  /** A file claims its address no longer. */
  remove(file: string, address: PageAddress): void {
    this.#analyzed.delete(file);
    this.#claims.get(addressKey(address))?.files.delete(file);
  }

  /** Imports the files of an address anew. Files whose text is needed and not at hand are given to `want`, and stay as they were. */
  settle(address: PageAddress, siteLocale: string, analyze: AnalyzeOver, want: (file: string) => void): ImportOutcome {
    const key = addressKey(address);
    const claim = this.#claims.get(key) ?? { files: new Set(), winner: undefined, refusals: new Map() };
    const { winner: before, refusals } = claim;
    const { winner, pages } = settleTwins([...claim.files].sort(compareImportOrder), siteLocale, (file, existing) => {
      const over = existing === undefined ? '' : importedOver(existing);
      const known = this.#analyzed.get(file);
      if (known?.over === over) return known.page;
      const page = analyze(file, existing);
      if (page === undefined) want(file);
      else this.#analyzed.set(file, { page, over });
      return page ?? known?.page;
    });
    claim.winner = winner;
    claim.refusals = new Map(pages.map((page) => [page.file, page.importError?.message]));
    if (claim.files.size === 0) this.#claims.delete(key);

    const otherwiseRefused = [...claim.refusals].filter(
      ([file, message]) => !refusals.has(file) || refusals.get(file) !== message,
    );
    return {
      before,
      winner,
      pages,
      otherwiseRefused: otherwiseRefused.map(([file]) => file),
      claimsDiffer: otherwiseRefused.length > 0 || refusals.size !== claim.refusals.size,
    };
  }
}

/** What of an existing page matters to a file that is imported over it, to be compared. */
function importedOver({ contentType, title, description, tags, isPublished }: ExistingPage): string {
  return JSON.stringify([contentType, title, description, tags, isPublished]);
}
