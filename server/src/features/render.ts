import type { CancellationToken } from 'vscode-languageserver';
import type { PageDescription, RenderParams, RenderResult } from '../protocol.ts';
import { renderPage } from '../render/renderPage.ts';
import type { PageContext } from './context.ts';
import { noticesOf } from './notices.ts';
import { serveFilesFrom } from './servedFiles.ts';

/** The page as Wiki.js shows it, from its text as it is now. */
export async function render(
  context: PageContext,
  { uri, resourceBase, sanitize }: RenderParams,
  _token: CancellationToken,
): Promise<RenderResult> {
  const { wiki, page, text } = context;
  const { html, toc } = renderPage(page, text, wiki, { sanitize, sourceLines: true });
  return {
    ...describe(context, uri),
    html: resourceBase === undefined ? html : serveFilesFrom(resourceBase, html, page, wiki),
    toc,
  };
}

/** What a viewer shows around a page. */
export function describe({ wiki, page, documents }: PageContext, uri: string): Omit<PageDescription, 'toc'> {
  const { title, description, tags, address } = page;
  return {
    uri,
    version: documents.versionOf(page.file) ?? -1,
    title,
    description,
    tags,
    locale: address.locale,
    path: address.path,
    notices: noticesOf(page, wiki),
  };
}
