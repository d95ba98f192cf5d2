import { parseFragment } from './parse.ts';
import { serialize } from './serialize.ts';
import { isStable } from './stability.ts';
import { append, type ChildNode, createElement, type Element } from './tree.ts';

/** What writing an element that stands nowhere as HTML and parsing that gives: the element itself, where that would change nothing. */
export function reparsed(element: Element): readonly ChildNode[] {
  const body = createElement('body');
  append(body, element);
  const isSame = isStable(body);
  element.parent = undefined;
  return isSame ? [element] : parseFragment(serialize([element]));
}
