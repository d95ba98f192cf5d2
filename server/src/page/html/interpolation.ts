import { setAttribute } from './attributes.ts';
import { createElement, type Element, elementsIn, HTML_NAMESPACE, type Root, type TextNode, wrap } from './tree.ts';

const mustache = /(\{|&#x7b;?){2}.+?(\}|&#x7d;?){2}/i;

/** Keeps Vue, which shows the page in the browser, from reading `{{ … }}` in texts and anything in `pre`. Rules reference (f), v-pre. */
export function guardInterpolation(document: Root): void {
  for (const element of elementsIn(document)) {
    for (const child of [...element.children]) {
      if (child.kind !== 'text' || !isInterpolation(child)) continue;
      if (element.name === 'body') wrap(child, createElement('p', { 'v-pre': 'true' }));
      else if (!isTemplate(element)) setAttribute(element, 'v-pre', 'true');
    }
    if (element.name === 'pre') setAttribute(element, 'v-pre', 'true');
  }
}

function isTemplate(element: Element): boolean {
  return element.name === 'template' && element.namespace === HTML_NAMESPACE;
}

function isInterpolation(text: TextNode): boolean {
  return /\{|&/.test(text.value) && mustache.test(text.value.replace(/[\r\n]/g, ''));
}
