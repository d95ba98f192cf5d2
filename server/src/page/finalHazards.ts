import type { FindSource } from './elementSources.ts';
import { type Hazard, noHazards } from './hazard.ts';
import type { FinalDocument } from './html/document.ts';

interface HazardsContext {
  readonly text: string;
  readonly findSource: FindSource;
  readonly hazards: readonly Hazard[];
  readonly own: (slice: string) => string;
}

/** All hazards of a page: those of its Markdown and those that the HTML steps came upon, in the order of the text. */
export function hazardsOf({ noticed }: FinalDocument, context: HazardsContext): readonly Hazard[] {
  if (noticed.length === 0 && context.hazards.length === 0) return noHazards;
  const ofSteps = noticed.flatMap(({ facts, origin }): Hazard[] => {
    const { form, range, textRange } = context.findSource(origin, 'class');
    if (facts.kind !== 'html-removed') return [{ ...facts, range }];
    // What Markdown and its plugins make is no HTML of the author's, nor is a tag that ends within that.
    const isWritten = form === 'html' && context.text[textRange.start - 1] === '>';
    return isWritten ? [{ ...facts, range: { start: range.start, end: textRange.start } }] : [];
  });
  return [...context.hazards, ...ofSteps]
    .map((hazard) => ownStrings(hazard, context.own))
    .sort((a, b) => a.range.start - b.range.start);
}

/** A hazard outlives the text, so it must not hold slices of it. */
function ownStrings(hazard: Hazard, own: (slice: string) => string): Hazard {
  switch (hazard.kind) {
    case 'footnote-undefined':
    case 'footnote-unused':
    case 'footnote-overridden':
      return { ...hazard, label: own(hazard.label) };
    case 'class-misplaced':
    case 'attribute-ignored':
      return { ...hazard, name: own(hazard.name) };
    case 'class-unknown':
      return { ...hazard, name: own(hazard.name) };
    case 'mermaid-unknown':
      return { ...hazard, diagram: own(hazard.diagram) };
    case 'maths-error':
      return { ...hazard, reason: own(hazard.reason) };
    case 'html-removed':
      return { ...hazard, element: own(hazard.element), attributes: hazard.attributes.map(own) };
    default:
      return hazard;
  }
}
