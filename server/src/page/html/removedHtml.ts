import type { RemovedHtml } from '../hazard.ts';
import { qualifiedName } from './attributes.ts';
import { type Element, MATHML_NAMESPACE, type Origin, type Root } from './tree.ts';

/** An element of which a step of Wiki.js has taken something away. */
export interface Removal {
  readonly facts: RemovedHtml;
  readonly origin: Origin;
}

/** Told when an element is gone, with what is in it or without, and when it has lost attributes. */
export interface RemovalLog {
  element(element: Element, withContent: boolean): void;
  attributes(element: Element, before: Element['attributes']): void;
}

/** A log that makes a list of what is gone of elements that stand in a source. */
export function createRemovalLog(): RemovalLog & { readonly removals: readonly Removal[] } {
  const removals: Removal[] = [];
  const add = (element: Element, attributes: readonly string[], withContent: boolean) => {
    if (element.origin === undefined) return;
    const isClosed = element.origin.endTagStart !== undefined;
    const facts = { kind: 'html-removed', element: element.name, attributes, withContent, isClosed } as const;
    removals.push({ facts, origin: element.origin });
  };
  return {
    removals,
    element(element, withContent) {
      // Every formula has some of these, and nobody misses them.
      if (element.namespace !== MATHML_NAMESPACE) add(element, [], withContent);
    },
    attributes(element, before) {
      const lost = before.filter((attribute) => !element.attributes.includes(attribute)).map(qualifiedName);
      if (lost.length > 0) add(element, lost, false);
    },
  };
}

const seenInHead: ReadonlySet<string> = new Set(['style', 'script', 'noscript', 'template']);

/** Logs what stands so early in a page that it is parsed as its head, of which Wiki.js keeps nothing. */
export function logHead(document: Root, log: RemovalLog): void {
  for (const html of document.children) {
    if (html.kind !== 'element') continue;
    for (const head of html.children) {
      if (head.kind !== 'element' || head.name !== 'head') continue;
      for (const child of head.children) {
        if (child.kind === 'element' && seenInHead.has(child.name)) log.element(child, true);
      }
    }
  }
}
