import {
  type CancellationToken,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
} from 'vscode-languageserver';
import { writeDestination } from '../edits/destination.ts';
import type { Page } from '../page/page.ts';
import { urlOfAddress } from '../wiki/pageUrl.ts';
import { containsWords } from './containsWords.ts';
import type { PageContext } from './context.ts';
import { rangeIn } from './positions.ts';
import type { DestinationTyping } from './typing.ts';

/** More than this no one reads; the editor asks again as more is typed. */
const mostItems = 500;

/** The pages that import, found by path and by title, those of the page's own locale first. */
export function completePages(
  context: PageContext,
  typing: DestinationTyping,
  token: CancellationToken,
): CompletionList {
  const items: CompletionItem[] = [];
  for (const page of context.wiki.pages()) {
    if (token.isCancellationRequested || items.length > mostItems) break;
    const url = urlOfAddress(page.address, context.wiki.settings.site);
    if (containsWords(`${url} ${page.title}`, typing.typed)) items.push(pageItem(context, typing, page, url));
  }
  return { isIncomplete: items.length > mostItems, items };
}

function pageItem(context: PageContext, typing: DestinationTyping, page: Page, url: string): CompletionItem {
  const isOwnLocale = page.address.locale === context.page.address.locale;
  return {
    label: url,
    kind: CompletionItemKind.File,
    labelDetails: { description: page.title },
    detail: page.title,
    documentation: page.description,
    filterText: `${url} ${page.title}`,
    sortText: `${isOwnLocale ? 0 : 1} ${url}`,
    textEdit: { range: rangeIn(context.page, typing.range), newText: writeDestination(url, typing.style) },
  };
}
