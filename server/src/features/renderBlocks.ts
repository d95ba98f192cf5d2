import type { CancellationToken } from 'vscode-languageserver';
import { changedBlocks, type PageBlock, type RenderBlocksParams, type RenderBlocksResult } from '../protocol.ts';
import { renderPageInBlocks } from '../render/renderPage.ts';
import { blockChanges } from './blockChanges.ts';
import type { PageContext } from './context.ts';
import { describe } from './render.ts';
import { serveFilesFrom } from './servedFiles.ts';

/** The answers that viewers may ask for the changes since, by their ids. */
export class SentBlocks {
  readonly #sent = new Map<number, readonly PageBlock[]>();
  /** No other server of this client has begun with the same. */
  #lastId = Date.now();

  get(id: number | undefined): readonly PageBlock[] | undefined {
    return id === undefined ? undefined : this.#sent.get(id);
  }

  /** Keeps an answer for a while; gives back its id. */
  add(blocks: readonly PageBlock[]): number {
    this.#sent.set(++this.#lastId, blocks);
    this.#sent.delete(this.#lastId - mostKept);
    return this.#lastId;
  }
}

/** As many as there can be previews, each with one answer under way. */
const mostKept = 16;

/** The page as Wiki.js shows it, in blocks: those that are new since an earlier answer, and which of it are still the same. */
export async function renderBlocks(
  { sent, ...context }: PageContext & { readonly sent: SentBlocks },
  { uri, resourceBase, sanitize, since }: RenderBlocksParams,
  _token: CancellationToken,
): Promise<RenderBlocksResult> {
  const { wiki, page, text } = context;
  const { blocks: rendered, toc } = renderPageInBlocks(page, text, wiki, { sanitize });
  const blocks =
    resourceBase === undefined
      ? rendered
      : rendered.map((block) => ({ ...block, html: serveFilesFrom(resourceBase, block.html, page, wiki) }));
  const before = sent.get(since);
  const changes = before === undefined ? blocks : blockChanges(before, blocks);
  // What stays the same stays in memory once.
  const id = sent.add(changedBlocks(before ?? [], changes));
  return { ...describe(context, uri), toc, id, since: before && since, changes };
}
