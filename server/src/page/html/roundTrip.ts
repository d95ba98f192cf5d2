import { reparseDocument } from './parse.ts';
import { type Markup, serializeBody } from './serialize.ts';
import { isStable } from './stability.ts';
import { bodyOf, type Root } from './tree.ts';

/** A document, and whether it is known that writing and parsing it would change nothing. */
export interface Settled {
  readonly document: Root;
  readonly isStable: boolean;
}

/**
 * The document that results from writing the body as HTML and parsing that, which Wiki.js does between its steps.
 * Where that provably changes nothing, the tree stays in use and only its head is emptied.
 */
export function roundTrip(document: Root, write: (document: Root) => Markup = serializeBody): Settled {
  const body = bodyOf(document);
  if (body === undefined || !isStable(body)) return { document: reparseDocument(write(document)), isStable: false };
  for (const node of document.children) {
    if (node.kind !== 'element') continue;
    for (const child of node.children) {
      if (child !== body && child.kind === 'element') child.children = [];
    }
  }
  return { document, isStable: true };
}
