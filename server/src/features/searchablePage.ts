import type { Wiki } from '../index/wiki.ts';
import type { Page } from '../page/page.ts';
import { urlOfAddress } from '../wiki/pageUrl.ts';
import { type Fit, fitOf, type Query } from './ranking.ts';

/** What a page is found by. */
export interface SearchablePage {
  /** What to write in a link to it. */
  readonly url: string;
  /** In lower case: the URL without its first slash, the last segment of the path, the title. */
  readonly texts: readonly [url: string, segment: string, title: string];
}

const known = new WeakMap<Page, SearchablePage>();

/** Worked out once for each page: a search looks at all of them with every key. */
export function searchable(wiki: Wiki, page: Page): SearchablePage {
  const found = known.get(page);
  if (found !== undefined) return found;
  const url = urlOfAddress(page.address, wiki.settings.site);
  const lower = url.slice(1).toLowerCase();
  const made: SearchablePage = {
    url,
    texts: [lower, lower.slice(lower.lastIndexOf('/') + 1), page.title.toLowerCase()],
  };
  known.set(page, made);
  return made;
}

/** How well a page fits, by its path and its title. */
export function fitOfPage(wiki: Wiki, page: Page, query: Query): Fit {
  return fitOf(query, searchable(wiki, page).texts);
}
