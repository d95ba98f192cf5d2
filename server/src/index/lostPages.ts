import { analyzePage } from '../page/analyze.ts';
import type { Page } from '../page/page.ts';
import { looksLikePage } from '../wiki/pageFile.ts';
import type { Wiki } from './wiki.ts';

/**
 * What problems are looked for on: a page of the wiki, or a file that its author takes for one and Wiki.js for an asset. Of
 * such a file nothing is known but its name.
 */
export function checkedPage(file: string, wiki: Wiki): Page | undefined {
  const page = wiki.files.get(file);
  if (page !== undefined) return page;
  return looksLikePage(file) && wiki.hasAsset(file) ? analyzePage(file, '', wiki.settings) : undefined;
}

/** Every file that problems are looked for on. */
export function* checkedFiles(wiki: Wiki): Iterable<string> {
  yield* wiki.files.keys();
  for (const file of wiki.assets()) if (looksLikePage(file)) yield file;
}
