import { editDistance } from '../util/editDistance.ts';

const lists = ['ul', 'ol'];
const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/** Classes that Wiki.js's theme styles on some elements alone, or that a step of its renderer looks for there. Rules reference (f). */
const elementsOfClass: ReadonlyMap<string, readonly string[]> = new Map([
  ['is-info', ['blockquote']],
  ['is-success', ['blockquote']],
  ['is-warning', ['blockquote']],
  ['is-danger', ['blockquote']],
  ['valign-center', ['blockquote']],
  ['links-list', lists],
  ['grid-list', lists],
  ['dense', ['table']],
  ['tabset', headings],
  ['align-left', ['img']],
  ['align-right', ['img']],
  ['align-center', ['img']],
  ['align-abstopright', ['img']],
  ['decor-shadow', ['img']],
  ['decor-outline', ['img']],
]);

/** What other tools call the colours of quotes. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['is-note', 'is-info'],
  ['is-tip', 'is-success'],
  ['is-hint', 'is-info'],
  ['is-important', 'is-warning'],
  ['is-caution', 'is-danger'],
  ['is-error', 'is-danger'],
  ['is-alert', 'is-danger'],
  ['is-primary', 'is-info'],
]);

/** The elements on which the theme knows a class; undefined for one that it does not know, or knows on all elements. */
export function elementsOfThemeClass(name: string): readonly string[] | undefined {
  return elementsOfClass.get(name);
}

/**
 * The theme's class that was likely meant by one that it does not know, on an element; undefined if none is near. Sites
 * have classes of their own, so that a likeness has to be close.
 */
export function meantThemeClass(name: string, element: string): string | undefined {
  if (elementsOfClass.has(name)) return undefined;
  if (element === 'blockquote' && otherNames.has(name)) return otherNames.get(name);
  for (const [known, elements] of elementsOfClass) {
    if (elements.includes(element) && isSlip(name.toLowerCase(), known)) return known;
  }
  return undefined;
}

/** Whether two words are the same but for a slip of the pen, or for how they are joined. */
function isSlip(word: string, known: string): boolean {
  const joined = (text: string) => text.replace(/[-_]/g, '');
  return joined(word) === joined(known) || editDistance(word, known) <= (known.length < 8 ? 1 : 2);
}
