import type { ExistingPage } from '../page/analyze.ts';
import type { Page } from '../page/page.ts';
import { addressOfFile } from '../wiki/pageFile.ts';

/** What comes of the files that claim one address. */
export interface Settlement {
  /** The file that the site shows; undefined if every file is refused. */
  readonly winner: Page | undefined;
  /** Every file, the winner too. A file whose content is gone again after the import counts as refused. */
  readonly pages: readonly Page[];
}

/**
 * Imports the files of one page one after the other, as "Import everything" does: the first makes the page, each later one
 * replaces its content and what else it says, but not its content type. So the last one is shown, rendered as the first
 * one's type (rules reference (b): "existing page"; (c)).
 *
 * @param files in the order of the import
 * @param pageOf the facts of a file, imported over what is there already
 */
export function settleTwins(
  files: readonly string[],
  siteLocale: string,
  pageOf: (file: string, existing: ExistingPage | undefined) => Page | undefined,
): Settlement {
  const pages: Page[] = [];
  let winner: Page | undefined;
  for (const file of files) {
    const existing = winner && { ...winner, contentType: winner.renderedAs };
    // Wiki.js looks for the page under the path as it is, and when it makes one it drops a slash at its end.
    const isFoundAgain = addressOfFile(file, siteLocale).path === winner?.address.path;
    const page = pageOf(file, isFoundAgain ? existing : undefined);
    if (page === undefined) continue;
    if (page.importError !== undefined) {
      pages.push(page);
    } else if (winner !== undefined && !isFoundAgain) {
      pages.push(refused(page, `Wiki.js has the page /${page.address.path} already, from ${winner.file}.`));
    } else {
      if (winner !== undefined)
        pages.push(refused(winner, `Wiki.js imports ${file} over this file: both are one page.`));
      winner = page;
    }
  }
  if (winner !== undefined) pages.push(winner);
  return { winner, pages };
}

function refused(page: Page, message: string): Page {
  return { ...page, importError: { reason: 'collision', message } };
}
