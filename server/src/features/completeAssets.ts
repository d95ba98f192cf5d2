import {
  type CancellationToken,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
} from 'vscode-languageserver';
import { urlOfAsset, writeDestination } from '../edits/destination.ts';
import { targetOfAsset } from '../wiki/href.ts';
import { containsWords } from './containsWords.ts';
import type { PageContext } from './context.ts';
import { rangeIn } from './positions.ts';
import type { DestinationTyping } from './typing.ts';

const mostItems = 500;
const imageFile = /\.(png|jpe?g|gif|svg|webp|avif|bmp|ico|tiff?)$/i;

/** The files that are no pages and that the site can serve: images only where an image is wanted. */
export function completeAssets(
  context: PageContext,
  typing: DestinationTyping,
  token: CancellationToken,
): CompletionList {
  const { wiki, page } = context;
  const items: CompletionItem[] = [];
  for (const file of wiki.assets()) {
    if (token.isCancellationRequested || items.length > mostItems) break;
    if (typing.wants === 'image' && !imageFile.test(file)) continue;
    const url = urlOfAsset(file);
    if (!containsWords(url, typing.typed)) continue;
    // Wiki.js cuts a first folder of one or two letters off an asset's URL, and hidden files are no one's business.
    if (/(^|\/)\./.test(file) || targetOfAsset(url, page.address, wiki.settings.site).file !== file) continue;
    items.push({
      label: url,
      kind: CompletionItemKind.Reference,
      filterText: url,
      sortText: `2 ${url}`,
      textEdit: { range: rangeIn(page, typing.range), newText: writeDestination(url, typing.style) },
    });
  }
  return { isIncomplete: items.length > mostItems, items };
}
