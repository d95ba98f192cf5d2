import type { CancellationToken, LocationLink, Position, Range } from 'vscode-languageserver';
import type { OffsetRange } from '../util/range.ts';
import type { PageContext } from './context.ts';
import { type Destination, destinationOf, imageDestination } from './destination.ts';
import { footnoteDefinitions } from './footnotes.ts';
import { offsetIn, rangeIn } from './positions.ts';
import { symbolAt } from './symbolAt.ts';

const fileStart: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The page, the heading or the file that the link or image under the cursor leads to; what a label or a footnote means. */
export async function definition(
  context: PageContext,
  position: Position,
  _token: CancellationToken,
): Promise<LocationLink[] | undefined> {
  const { wiki, page, text } = context;
  const symbol = symbolAt(wiki, page, text, offsetIn(page, position));
  switch (symbol?.kind) {
    case 'link':
      return locationOf(context, destinationOf(wiki, symbol.link), symbol.link.link.hrefRange);
    case 'image':
      return locationOf(context, imageDestination(wiki, symbol.image), symbol.image.image.srcRange);
    case 'label':
      return [onPage(context, symbol.label.range, symbol.label.definition.range)];
    case 'footnote': {
      const { label, labelRange } = symbol.footnote;
      const found = footnoteDefinitions(text, page).find((footnote) => footnote.label === label);
      return found && [onPage(context, labelRange, found.range)];
    }
    default:
      return undefined;
  }
}

function onPage({ page, documents }: PageContext, origin: OffsetRange, target: OffsetRange): LocationLink {
  const targetRange = rangeIn(page, target);
  const targetUri = documents.uriOf(page.file);
  return { originSelectionRange: rangeIn(page, origin), targetUri, targetRange, targetSelectionRange: targetRange };
}

function locationOf(context: PageContext, destination: Destination, origin: OffsetRange): LocationLink[] | undefined {
  const originSelectionRange = rangeIn(context.page, origin);
  if (destination.kind === 'asset') {
    const targetUri = context.documents.uriOf(destination.file);
    return [{ originSelectionRange, targetUri, targetRange: fileStart, targetSelectionRange: fileStart }];
  }
  if (destination.kind !== 'page') return undefined;
  const { page, range } = destination;
  const targetRange = range === undefined ? fileStart : rangeIn(page, range);
  const targetUri = context.documents.uriOf(page.file);
  return [{ originSelectionRange, targetUri, targetRange, targetSelectionRange: targetRange }];
}
