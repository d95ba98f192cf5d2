import type { Page } from '../page/page.ts';
import type { OffsetRange } from '../util/range.ts';
import { footnoteDefinitions, footnoteMarks } from './footnotes.ts';
import { labelOf, usesOfDefinition } from './labels.ts';
import type { PageSymbol } from './symbolAt.ts';

/** The places of a page that belong together. */
export interface Places {
  readonly uses: readonly OffsetRange[];
  readonly declaration: OffsetRange | undefined;
}

/** Where a reference's label or a footnote stands in its page, without brackets; undefined for another symbol. */
export function labelPlaces(symbol: PageSymbol, page: Page, text: string): Places | undefined {
  if (symbol.kind === 'label') {
    const { definition } = symbol.label;
    const uses = usesOfDefinition(page, text, definition).map(({ range }) => range);
    return { uses, declaration: labelOf(definition, text) };
  }
  if (symbol.kind !== 'footnote') return undefined;
  const { label } = symbol.footnote;
  const uses = footnoteMarks(text, page).filter((mark) => mark.label === label);
  const found = footnoteDefinitions(text, page).find((footnote) => footnote.label === label);
  return { uses: uses.map(({ labelRange }) => labelRange), declaration: found?.labelRange };
}
