import {
  type CancellationToken,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
} from 'vscode-languageserver';
import { writeDestination } from '../../edits/destination.ts';
import type { Page } from '../../page/page.ts';
import { resolveHref, targetOfAsset } from '../../wiki/href.ts';
import { slugOf } from '../../wiki/slug.ts';
import type { PageContext } from '../context.ts';
import { rangeIn } from '../positions.ts';
import { BestOf, fit, fitOf, fitOfText, queryOf } from '../ranking.ts';
import { searchable } from '../searchablePage.ts';
import { filterText, inOrder, mostItems } from './completionItems.ts';
import type { DestinationTyping } from './destinationTyping.ts';

/** The anchors of the page that stands before the `#`: the headings, then other elements with an id. */
export function completeAnchors(context: PageContext, typing: DestinationTyping): CompletionList | undefined {
  const hash = typing.typed.indexOf('#');
  const page = pageOf(context, typing.typed.slice(0, hash));
  if (page === undefined) return undefined;
  const range = rangeIn(context.page, { start: typing.range.start + hash, end: typing.range.end });
  const query = queryOf(typing.typed.slice(hash + 1));
  const best = new BestOf<CompletionItem>(mostItems);
  const add = (id: string, words: string, detail: string | undefined, index: number) => {
    const found = fitOf(query, [id.toLowerCase(), words.toLowerCase()]);
    if (found === fit.none) return;
    const key = String(index).padStart(6, '0');
    if (!best.wants(found, key)) return;
    best.add(found, key, {
      label: `#${id}`,
      kind: CompletionItemKind.Reference,
      detail,
      filterText: filterText(typing.typed.slice(hash), `#${id}`, words),
      textEdit: { range, newText: writeDestination(`#${id}`, typing.style) },
    });
  };
  for (const [index, { id, text, level }] of page.headings.entries())
    if (id !== null) add(id, text, `${'#'.repeat(level)} ${text}`, index);
  for (const [index, id] of page.otherIds.entries()) add(id, '', undefined, page.headings.length + index);
  return inOrder(best.values, true);
}

/** `##` before the cursor: the headings of the whole wiki, by what they say. The pages of this locale come first. */
export function completeWikiHeadings(
  context: PageContext,
  typing: DestinationTyping,
  token: CancellationToken,
): CompletionList {
  const { wiki, page: own } = context;
  // Ids are what headings say, in lower case, with hyphens: nothing has to be made of a hundred thousand headings.
  const query = queryOf(slugOf(typing.typed.slice(2)));
  const best = new BestOf<() => CompletionItem>(mostItems);
  for (const page of wiki.pages()) {
    if (token.isCancellationRequested) break;
    const locality = page === own ? 0 : page.address.locale === own.address.locale ? 1 : 2;
    for (const { id, text, level } of page.headings) {
      const found = id === null ? fit.none : fitOfText(query, id);
      if (id === null || found === fit.none || !best.wants(found * 4 + locality, id)) continue;
      const url = page === own ? `#${id}` : `${searchable(wiki, page).url}#${id}`;
      best.add(found * 4 + locality, id, () => ({
        label: text,
        kind: CompletionItemKind.Reference,
        labelDetails: { description: url },
        detail: `${'#'.repeat(level)} ${text}`,
        documentation: page.title,
        filterText: filterText(typing.typed, text),
        textEdit: { range: rangeIn(own, typing.range), newText: writeDestination(url, typing.style) },
      }));
    }
  }
  return inOrder(
    best.values.map((make) => make()),
    true,
  );
}

function pageOf({ wiki, page }: PageContext, url: string): Page | undefined {
  if (url === '') return page;
  const { site, rendering } = wiki.settings;
  const href = resolveHref(url, page.address, site, rendering.htmlCore?.absoluteLinks === true);
  if (href.kind === 'internal') return wiki.pageAt(href.target);
  if (href.kind !== 'asset') return undefined;
  const target = targetOfAsset(url, page.address, site).page;
  return target === undefined ? undefined : wiki.pageAt(target);
}
