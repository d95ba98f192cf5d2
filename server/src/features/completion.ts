import type { CancellationToken, CompletionList, Position } from 'vscode-languageserver';
import { completeAnchors } from './completeAnchors.ts';
import { completeAssets } from './completeAssets.ts';
import { completeFrontmatterKeys, completeFrontmatterValues } from './completeFrontmatter.ts';
import { completePages } from './completePages.ts';
import type { PageContext } from './context.ts';
import { offsetIn } from './positions.ts';
import { typingAt } from './typing.ts';

/** Pages, anchors and files for a link or image, keys and values for the frontmatter. */
export async function completion(
  context: PageContext,
  position: Position,
  token: CancellationToken,
): Promise<CompletionList | undefined> {
  const { text, page } = context;
  const typing = typingAt(text, offsetIn(page, position), page.contentType);
  if (typing === undefined) return undefined;
  if (typing.kind === 'frontmatter-key') return completeFrontmatterKeys(context, typing);
  if (typing.kind === 'frontmatter-value') return completeFrontmatterValues(context, typing);
  if (typing.typed.includes('#')) return completeAnchors(context, typing);
  // What begins like a URL of another site, or like an e-mail address, is none of the wiki's.
  if (/^[a-z][a-z0-9+.-]*:/i.test(typing.typed)) return undefined;
  const pages = typing.wants === 'page' ? completePages(context, typing, token) : undefined;
  const assets = completeAssets(context, typing, token);
  return {
    isIncomplete: (pages?.isIncomplete ?? false) || assets.isIncomplete,
    items: [...(pages?.items ?? []), ...assets.items],
  };
}
