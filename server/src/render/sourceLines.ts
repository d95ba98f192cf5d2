import { setAttribute } from '../page/html/attributes.ts';
import { elementsIn, type Origin, type Root } from '../page/html/tree.ts';

/**
 * Writes on elements, as `data-line`, at which line of the source they begin: on each where another line begins than on the
 * one before it, so that a viewer can scroll along.
 *
 * @param lineOf zero-based; undefined where it is not known
 */
export function markSourceLines(document: Root, lineOf: (origin: Origin) => number | undefined): void {
  let last: number | undefined;
  for (const element of elementsIn(document)) {
    const line = element.origin && lineOf(element.origin);
    if (line === undefined || line === last) continue;
    setAttribute(element, 'data-line', String(line));
    last = line;
  }
}
