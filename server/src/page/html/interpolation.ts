import { setAttribute } from './attributes.ts';
import { type ChildNode, createElement, type Element, HTML_NAMESPACE, wrap } from './tree.ts';

const mayBegin = /[{&]/;
const mustache = /(\{|&#x7b;?){2}.+?(\}|&#x7d;?){2}/i;

/** Keeps Vue, which shows the page in the browser, from reading `{{ … }}` in texts and anything in `pre`. Rules reference (f), v-pre. */
export function guardInterpolation(elements: readonly Element[]): void {
  for (const element of elements) {
    if (element.name === 'body') {
      for (const text of element.children.filter(isInterpolation)) wrap(text, createElement('p', { 'v-pre': 'true' }));
    } else if (element.children.some(isInterpolation) && !isTemplate(element)) {
      setAttribute(element, 'v-pre', 'true');
    }
    if (element.name === 'pre') setAttribute(element, 'v-pre', 'true');
  }
}

function isTemplate(element: Element): boolean {
  return element.name === 'template' && element.namespace === HTML_NAMESPACE;
}

function isInterpolation(node: ChildNode): boolean {
  if (node.kind !== 'text' || !mayBegin.test(node.value)) return false;
  return mustache.test(node.value.replace(/[\r\n]/g, ''));
}
