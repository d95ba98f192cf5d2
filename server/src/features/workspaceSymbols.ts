import { type CancellationToken, SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver';
import type { Wiki } from '../index/wiki.ts';
import type { Heading, Page } from '../page/page.ts';
import { slugOf } from '../wiki/slug.ts';
import { mostItems } from './completion/completionItems.ts';
import type { WikiDocuments } from './context.ts';
import { rangeIn } from './positions.ts';
import { BestOf, fit, fitOf, fitOfText, queryOf } from './ranking.ts';
import { searchable } from './searchablePage.ts';

/** A wiki of the workspace, as symbols are looked for in it. */
export interface SearchedWiki {
  readonly wiki: Wiki;
  readonly documents: WikiDocuments;
}

const start = { line: 0, character: 0 };

/**
 * The pages, by title and by path, and the headings that fit a query best; at most 200.
 *
 * @param withHeadings whether the headings of Markdown pages are wanted: some editors find them by themselves
 */
export function workspaceSymbols(
  wikis: readonly SearchedWiki[],
  typed: string,
  withHeadings: boolean,
  token: CancellationToken,
): WorkspaceSymbol[] {
  const best = new BestOf<() => WorkspaceSymbol>(mostItems);
  const query = queryOf(typed);
  const slug = queryOf(slugOf(typed));
  for (const { wiki, documents } of wikis)
    for (const page of wiki.files.values()) {
      if (token.isCancellationRequested) return [];
      const { url, texts } = searchable(wiki, page);
      const found = fitOf(query, texts);
      if (found !== fit.none && best.wants(found * 2, url))
        // Editors look at the name alone, so it has to be what fits.
        best.add(found * 2, url, () => {
          const isTitle = fitOf(query, [texts[2]]) !== fit.none;
          const [name, containerName] = isTitle ? [page.title, url] : [url, page.title];
          const location = { uri: documents.uriOf(page.file), range: { start, end: start } };
          return { name, containerName, kind: SymbolKind.File, location };
        });
      // A query of nothing fits everything, and pages are what one starts with.
      if (typed === '' || (!withHeadings && page.contentType === 'markdown')) continue;
      for (const heading of page.headings) {
        const fits = fitOfText(slug, heading.slug);
        if (fits !== fit.none && best.wants(fits * 2 + 1, heading.slug))
          best.add(fits * 2 + 1, heading.slug, () => headingSymbol(page, heading, documents));
      }
    }
  return best.values.map((make) => make());
}

function headingSymbol(page: Page, { text, range }: Heading, documents: WikiDocuments): WorkspaceSymbol {
  const location = { uri: documents.uriOf(page.file), range: rangeIn(page, range) };
  return { name: text, containerName: page.title, kind: SymbolKind.String, location };
}
