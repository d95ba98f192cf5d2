import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver';
import { writeDestination } from '../../edits/destination.ts';
import type { Page } from '../../page/page.ts';
import { addressKey } from '../../wiki/address.ts';
import { resolveHref } from '../../wiki/href.ts';
import { rangeIn } from '../positions.ts';
import { fit } from '../ranking.ts';
import { fitOfPage, searchable } from '../searchablePage.ts';
import type { Search } from './candidates.ts';
import { filterText } from './completionItems.ts';

/** The pages that import, found by path and by title: those of the page's own locale first, and of these its own folder. */
export function pageCandidates(search: Search): void {
  const { wiki, page: own } = search.context;
  const folder = folderOf(own);
  for (const page of wiki.pages()) {
    if (search.token.isCancellationRequested) return;
    const found = fitOfPage(wiki, page, search.query);
    if (found === fit.none) continue;
    const foreign = page.address.locale === own.address.locale ? 0 : 2;
    const rank = found * 8 + foreign + (isIn(folder, page) ? 0 : 1);
    const { url } = searchable(wiki, page);
    if (search.best.wants(rank, url) && leadsTo(page, url, search))
      search.best.add(rank, url, { item: () => pageItem(search, page, url) });
  }
}

function folderOf({ address: { path } }: Page): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** A few pages cannot be linked to: Wiki.js drops characters of their path, or cannot be told their locale (rules reference (c), (d)). */
function leadsTo({ address }: Page, url: string, { context }: Search): boolean {
  const { site, rendering } = context.wiki.settings;
  const href = resolveHref(url, context.page.address, site, rendering.htmlCore?.absoluteLinks === true);
  return href.kind === 'internal' && addressKey(href.target) === addressKey(address);
}

function isIn(folder: string, { address: { path } }: Page): boolean {
  return path.startsWith(folder) && path.indexOf('/', folder.length) === -1;
}

function pageItem({ context, typing }: Search, page: Page, url: string): CompletionItem {
  return {
    label: url,
    kind: CompletionItemKind.File,
    labelDetails: { description: page.title },
    detail: page.title,
    documentation: page.description,
    filterText: filterText(typing.typed, url, page.title),
    textEdit: { range: rangeIn(context.page, typing.range), newText: writeDestination(url, typing.style) },
  };
}
