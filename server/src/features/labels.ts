import type { Definition, Page } from '../page/page.ts';
import { type OffsetRange, touches } from '../util/range.ts';

/** The label of a reference under the cursor, and the definition that counts for it. */
export interface LabelPlace {
  readonly definition: Definition;
  /** Without brackets. */
  readonly range: OffsetRange;
}

/** The label at an offset: of a definition, or the second brackets of `[text][label]`. */
export function labelAt(page: Page, text: string, offset: number): LabelPlace | undefined {
  for (const definition of page.definitions) {
    const range = labelOf(definition, text);
    if (touches(range, offset)) return { definition: countingDefinition(page, definition), range };
  }
  return labelUses(page, text).find(({ range, isFull }) => isFull && touches(range, offset));
}

/** Every use of a definition in its page: links and images, in the order of the text. */
export function usesOfDefinition(page: Page, text: string, definition: Definition): LabelPlace[] {
  return labelUses(page, text).filter((use) => use.definition === definition);
}

/** Where the label of a definition stands, without brackets. */
export function labelOf({ range, hrefRange }: Definition, text: string): OffsetRange {
  const end = text.lastIndexOf(']:', hrefRange.start);
  return { start: range.start + 1, end: Math.max(range.start + 1, end) };
}

/** The first definition of a label counts. */
function countingDefinition({ definitions }: Page, { label }: Definition): Definition {
  return definitions.find((other) => other.label === label) as Definition;
}

/** A place where a definition is used, and whether its label stands in brackets of its own. */
interface LabelUse extends LabelPlace {
  readonly isFull: boolean;
}

function labelUses(page: Page, text: string): LabelUse[] {
  if (page.definitions.length === 0) return [];
  const byPlace = new Map(page.definitions.map((definition) => [definition.hrefRange.start, definition]));
  const constructs = [
    ...page.links.flatMap(({ form, range, hrefRange }) =>
      form === 'reference' ? [{ range, at: hrefRange.start }] : [],
    ),
    ...page.images.flatMap(({ form, range, srcRange }) =>
      form === 'reference' ? [{ range, at: srcRange.start }] : [],
    ),
  ];
  constructs.sort((a, b) => a.range.start - b.range.start);
  return constructs.flatMap(({ range: { start, end }, at }): LabelUse[] => {
    const definition = byPlace.get(at);
    if (definition === undefined) return [];
    const source = text.slice(start, end);
    const full = /\]\[((?:\\.|[^\]\\])+)\]$/.exec(source)?.[1];
    if (full !== undefined)
      return [{ definition, range: { start: end - 1 - full.length, end: end - 1 }, isFull: true }];
    const first = source.indexOf('[') + 1;
    const length = source.endsWith('][]') ? source.length - 3 : source.length - 1;
    return [{ definition, range: { start: start + first, end: start + length }, isFull: false }];
  });
}
