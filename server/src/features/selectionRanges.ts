import type { CancellationToken, Position, SelectionRange } from 'vscode-languageserver';
import { type OffsetRange, touches } from '../util/range.ts';
import { blocksOf } from './blocks.ts';
import type { PageContext } from './context.ts';
import { offsetIn, rangeIn } from './positions.ts';
import { sectionsOf } from './sections.ts';
import { tagPlaces } from './tagPlaces.ts';

/** What a growing selection takes step by step: a destination, its link, the block, the blocks around it, the section, the page. */
export async function selectionRanges(
  context: PageContext,
  positions: readonly Position[],
  _token: CancellationToken,
): Promise<SelectionRange[]> {
  const ranges = rangesOf(context);
  return positions.map((position) => {
    const offset = offsetIn(context.page, position);
    const around = ranges.filter((range) => touches(range, offset)).sort((a, b) => length(b) - length(a));
    let selection: SelectionRange | undefined;
    let outer: OffsetRange | undefined;
    for (const range of around) {
      if (outer !== undefined && !isWithin(range, outer)) continue;
      outer = range;
      selection = { range: rangeIn(context.page, range), ...(selection && { parent: selection }) };
    }
    return selection ?? { range: { start: position, end: position } };
  });
}

function rangesOf({ page, text, wiki }: PageContext): OffsetRange[] {
  const { frontmatter, contentStart } = page;
  const { rendering } = wiki.settings;
  return [
    { start: 0, end: text.length },
    ...(contentStart > 0 ? [{ start: contentStart, end: text.length }] : []),
    ...[frontmatter.range ?? [], frontmatter.innerRange ?? []].flat(),
    ...frontmatter.entries.flatMap(({ keyRange, valueRange }) => [
      { start: keyRange.start, end: valueRange.end },
      keyRange,
      valueRange,
    ]),
    ...tagPlaces(page).map(({ range }) => range),
    ...sectionsOf(page, text, rendering).map(({ range }) => range),
    ...blocksOf(page, text, rendering).map(({ range }) => range),
    ...page.headings.flatMap(({ range, textRange }) => [range, textRange]),
    ...page.links.flatMap(({ range, hrefRange }) => [range, hrefRange]),
    ...page.images.flatMap(({ range, srcRange }) => [range, srcRange]),
  ];
}

function length({ start, end }: OffsetRange): number {
  return end - start;
}

/** Whether a range lies in another and is not the same. */
function isWithin(range: OffsetRange, outer: OffsetRange): boolean {
  return outer.start <= range.start && range.end <= outer.end && length(range) < length(outer);
}
