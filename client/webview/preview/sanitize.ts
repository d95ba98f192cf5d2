import DOMPurify from 'dompurify';
import { keepRequestsElsewhere } from './ownAddress.ts';
import { keepStylesInPage } from './pageStyles.ts';

// Set once: a page comes in blocks, and each is sanitised by itself.
DOMPurify.setConfig({
  ADD_TAGS: ['tabset', 'template', 'foreignObject'],
  ADD_ATTR: ['v-pre', 'v-slot:tabs', 'v-slot:content', 'target'],
  HTML_INTEGRATION_POINTS: { foreignobject: true },
  FORBID_TAGS: ['meta', 'base', 'link'],
  FORBID_ATTR: ['popover', 'popovertarget', 'popovertargetaction', 'autofocus'],
  RETURN_DOM_FRAGMENT: true,
});

/**
 * A document's nodes out of HTML, with nothing in them that can run. Wiki.js's own configuration of the same sanitiser
 * (rules reference (f)), whatever the wiki's settings say, and without what the preview never shows: what acts on the
 * whole document, and what comes to lie over it.
 */
export function sanitize(html: string): DocumentFragment {
  // The configuration asks for nodes, which the types of a call without one do not know.
  const nodes: unknown = DOMPurify.sanitize(html);
  if (!(nodes instanceof DocumentFragment)) return document.createDocumentFragment();
  keepStylesInPage(nodes);
  return nodes;
}

/**
 * The same for a part of the page itself. It becomes nodes apart from all others, so that no end tag in it can reach what is
 * around it, and must not pass for what is around the page.
 */
export function sanitizePart(html: string): DocumentFragment {
  const nodes = sanitize(html);
  takeOffOurNames(nodes);
  keepRequestsElsewhere(nodes);
  return nodes;
}

function takeOffOurNames(nodes: ParentNode): void {
  for (const element of nodes.querySelectorAll('[class], [id], template')) {
    for (const name of [...element.classList]) if (isOurs(name)) element.classList.remove(name);
    if (isOurs(element.id)) element.removeAttribute('id');
    if (element instanceof HTMLTemplateElement) takeOffOurNames(element.content);
  }
}

function isOurs(name: string): boolean {
  return name === 'contents' || name.startsWith('aux-');
}
