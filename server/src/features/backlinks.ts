import type { CancellationToken, Location } from 'vscode-languageserver';
import type { Wiki } from '../index/wiki.ts';
import type { Page } from '../page/page.ts';
import type { PageContext } from './context.ts';
import { linksTo } from './references.ts';

/** The other pages that link to a page. */
export function pagesLinkingTo(wiki: Wiki, page: Page): readonly Page[] {
  return wiki.linkingPages(page.address).filter((from) => from.file !== page.file);
}

/** How many pages link to a page, in words. */
export function backlinksInWords(count: number): string {
  if (count === 0) return 'No page links here';
  return count === 1 ? '1 page links here' : `${count} pages link here`;
}

/** Every link to a page from others. */
export async function backlinks(
  context: PageContext,
  _params: unknown,
  _token: CancellationToken,
): Promise<Location[]> {
  const own = context.documents.uriOf(context.page.file);
  return linksTo(context, context.page.address, undefined).filter(({ uri }) => uri !== own);
}
