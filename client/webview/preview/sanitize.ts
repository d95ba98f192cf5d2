import DOMPurify from 'dompurify';
import { splitPageBody } from '../../src/preview/pageBody.ts';
import { keepRequestsElsewhere } from './ownAddress.ts';
import { keepStylesInPage } from './pageStyles.ts';

/**
 * A document's nodes out of HTML, with nothing in them that can run. Wiki.js's own configuration of the same sanitiser
 * (rules reference (f)), whatever the wiki's settings say, and without what the preview never shows: what acts on the
 * whole document, and what comes to lie over it.
 */
export function sanitize(html: string): DocumentFragment {
  const nodes = DOMPurify.sanitize(html, {
    ADD_TAGS: ['tabset', 'template', 'foreignObject'],
    ADD_ATTR: ['v-pre', 'v-slot:tabs', 'v-slot:content', 'target'],
    HTML_INTEGRATION_POINTS: { foreignobject: true },
    FORBID_TAGS: ['meta', 'base', 'link'],
    FORBID_ATTR: ['popover', 'popovertarget', 'popovertargetaction', 'autofocus'],
    RETURN_DOM_FRAGMENT: true,
  });
  keepStylesInPage(nodes);
  return nodes;
}

/**
 * The same for a body of `pageBody`. The page's own HTML goes apart, so that no end tag in it can reach what is around it,
 * and must not pass for it.
 */
export function sanitizeBody(body: string): DocumentFragment {
  const { around, contents } = splitPageBody(body);
  const nodes = sanitize(around);
  const page = sanitize(contents);
  takeOffOurNames(page);
  keepRequestsElsewhere(page);
  nodes.querySelector('.contents')?.append(page);
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
