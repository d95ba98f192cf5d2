import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver';
import { urlOfAsset, writeDestination } from '../../edits/destination.ts';
import { targetOfAsset } from '../../wiki/href.ts';
import type { PageContext } from '../context.ts';
import { imageText } from '../markdownText.ts';
import { rangeIn } from '../positions.ts';
import { type BestOf, fit, fitOf, type Query } from '../ranking.ts';
import type { Candidate, Search } from './candidates.ts';
import { filterText } from './completionItems.ts';

const imageFile = /\.(png|jpe?g|gif|svg|webp|avif|bmp|ico|tiff?)$/i;

/** Whether a file is an image, by its name. */
export function isImageFile(file: string): boolean {
  return imageFile.test(file);
}

/** The files that are no pages and that the site can serve, behind the pages: images only where an image is wanted. */
export function assetCandidates({ context, typing, query, token, best }: Search): void {
  const onlyImages = typing.wants === 'image';
  searchAssets(context, query, onlyImages, best, (file) => {
    if (token.isCancellationRequested) return undefined;
    return { item: () => assetItem(context, typing, file) };
  });
}

/** Looks for the files that fit a query best, and makes something of each that is among the best so far. */
export function searchAssets<T extends Candidate>(
  { wiki, page }: PageContext,
  query: Query,
  onlyImages: boolean,
  best: BestOf<T>,
  make: (file: string) => T | undefined,
): void {
  const folder = page.file.slice(0, page.file.lastIndexOf('/') + 1);
  for (const file of wiki.assets()) {
    if (onlyImages && !imageFile.test(file)) continue;
    const lower = file.toLowerCase();
    const found = fitOf(query, [lower, lower.slice(lower.lastIndexOf('/') + 1)]);
    if (found === fit.none) continue;
    const rank = found * 8 + (file.lastIndexOf('/') + 1 === folder.length && file.startsWith(folder) ? 4 : 5);
    if (!best.wants(rank, file)) continue;
    // Wiki.js cuts a first folder of one or two letters off an asset's URL, and hidden files are no one's business.
    if (/(^|\/)\./.test(file) || targetOfAsset(urlOfAsset(file), page.address, wiki.settings.site).file !== file)
      continue;
    const made = make(file);
    if (made !== undefined) best.add(rank, file, made);
  }
}

function assetItem(context: PageContext, typing: Search['typing'], file: string): CompletionItem {
  const url = urlOfAsset(file);
  return {
    label: url,
    kind: CompletionItemKind.Reference,
    documentation: imageFile.test(file)
      ? { kind: 'markdown', value: imageText(context.documents.uriOf(file)) }
      : undefined,
    filterText: filterText(typing.typed, url),
    textEdit: { range: rangeIn(context.page, typing.range), newText: writeDestination(url, typing.style) },
  };
}
