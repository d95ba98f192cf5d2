import type { CancellationToken, DocumentLink } from 'vscode-languageserver';
import type { OffsetRange } from '../util/range.ts';
import type { PageContext } from './context.ts';
import { type Destination, destinationOf, imageDestination } from './destination.ts';
import { rangeIn } from './positions.ts';

/** The links and images of a page that open a file of the wiki; what leads elsewhere is left to the editor. */
export async function documentLinks(
  context: PageContext,
  token: CancellationToken,
): Promise<DocumentLink[] | undefined> {
  const { wiki, page } = context;
  const links: DocumentLink[] = [];
  const add = (range: OffsetRange, destination: Destination) => {
    const target = targetUri(context, destination);
    if (target !== undefined) links.push({ range: rangeIn(page, range), target, tooltip: tooltipOf(destination) });
  };
  for (const link of wiki.linksOf(page)) {
    if (token.isCancellationRequested) return undefined;
    if (link.link.form !== 'footnote') add(link.link.hrefRange, destinationOf(wiki, link));
  }
  for (const image of wiki.imagesOf(page)) add(image.image.srcRange, imageDestination(wiki, image));
  return links;
}

function targetUri({ documents }: PageContext, destination: Destination): string | undefined {
  if (destination.kind === 'asset') return documents.uriOf(destination.file);
  if (destination.kind !== 'page') return undefined;
  const uri = documents.uriOf(destination.page.file);
  if (destination.range === undefined) return uri;
  // `#L12` is how VS Code and others name a line, counted from one.
  return `${uri}#L${rangeIn(destination.page, destination.range).start.line + 1}`;
}

function tooltipOf(destination: Destination): string | undefined {
  return destination.kind === 'page' ? destination.page.title : undefined;
}
