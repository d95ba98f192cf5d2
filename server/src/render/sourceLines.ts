import { setAttribute } from '../page/html/attributes.ts';
import { type Element, HTML_NAMESPACE, type Origin } from '../page/html/tree.ts';

/** What stands within a line of text, or beside its neighbours: the block around it has the line. */
const withinLines: ReadonlySet<string> = new Set(
  'a abbr area audio b bdi bdo big button cite code col colgroup data del dfn em font i img input ins kbd label map mark meter object output picture progress q rp rt ruby s samp select small source span strike strong sub sup td th time track tt u var video wbr'.split(
    ' ',
  ),
);

/**
 * Writes on blocks, as `data-line`, at which line of the source they begin: on each where another line begins than on the
 * one before it, so that a viewer can scroll along.
 *
 * @param lineOf zero-based; undefined where it is not known
 */
export function markSourceLines(elements: readonly Element[], lineOf: (origin: Origin) => number | undefined): void {
  let last: number | undefined;
  for (const element of elements) {
    if (!isBlock(element)) continue;
    const line = element.origin && lineOf(element.origin);
    if (line === undefined || line === last) continue;
    setAttribute(element, 'data-line', String(line));
    last = line;
  }
}

/** Right in the page, everything but a line break is a block of its own. */
function isBlock({ name, namespace, parent }: Element): boolean {
  if (name === 'br') return false;
  const isInPage = parent?.kind === 'element' && parent.name === 'body';
  return isInPage || (namespace === HTML_NAMESPACE && !withinLines.has(name));
}
