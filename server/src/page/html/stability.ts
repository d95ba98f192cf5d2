import { isRawText, isVoid, nothingOpen, openInside, picksChildren } from './nesting.ts';
import { type ChildNode, type Element, HTML_NAMESPACE } from './tree.ts';

/**
 * Whether writing a body as HTML and parsing that gives the same tree again. It may say no though the answer is yes: it knows
 * what pages are made of, and gives up on the rest. Joins texts that stand side by side and drops the white space that
 * a body cannot begin with, since parsing would.
 */
export function isStable(body: Element): boolean {
  if (body.attributes.length > 0) return false;
  dropLeadingSpace(body);
  if (goesToHead(body.children[0])) return false;
  /** The elements around, and for each what is open in it and the index of its next child. */
  const outer: Element[] = [];
  const outerState: number[] = [];
  let element = body;
  let open: number = nothingOpen;
  let index = 0;
  joinTexts(body);
  for (;;) {
    const node = element.children[index++];
    if (node === undefined) {
      const parent = outer.pop();
      if (parent === undefined) return true;
      element = parent;
      index = outerState.pop() ?? 0;
      open = outerState.pop() ?? nothingOpen;
    } else if (node.kind === 'element') {
      const within = openWithin(node, element, open);
      if (within === undefined) return false;
      if (node.children.length === 0) continue;
      outer.push(element);
      outerState.push(open, index);
      element = node;
      open = within;
      index = 0;
      joinTexts(node);
    } else if (!isStableLeaf(node, element, index === 1)) {
      return false;
    }
  }
}

const stableName = /^[\w:@.#-]+$/;
const unstableValue = /[\r\0]|<\/body>/;
const unstableText = /[\r\0]/;
const unstableComment = /[<>&\r\0]|^-|-$/;
const space = /^[\t\n\f ]*$/;

/** What the parser would not leave in a body that begins with it. */
function goesToHead(first: ChildNode | undefined): boolean {
  if (first === undefined || first.kind === 'text') return false;
  return first.kind !== 'element' || /^(?:script|style|template)$/.test(first.name);
}

/** What is open inside an element, or undefined if the element might not stay where and what it is. */
function openWithin(element: Element, parent: Element, open: number): number | undefined {
  const { name, namespace, attributes, children } = element;
  for (const attribute of attributes) if (!isStableAttribute(attribute)) return undefined;
  if (children.length > 0 && namespace === HTML_NAMESPACE) {
    if (isVoid(name) || (isRawText(name) && !isStableRawText(element))) return undefined;
  }
  return openInside(name, namespace, parent, open);
}

function isStableAttribute({ name, value }: Element['attributes'][number]): boolean {
  return stableName.test(name) && !unstableValue.test(value);
}

function isStableRawText(element: Element): boolean {
  return element.children.every((child) => child.kind === 'text' && !/<[/!]|&#x/i.test(child.value));
}

function isStableLeaf(node: ChildNode, parent: Element, isFirst: boolean): boolean {
  if (node.kind === 'formula') return true;
  if (node.kind === 'comment') return !unstableComment.test(node.value);
  if (node.kind !== 'text' || unstableText.test(node.value)) return false;
  if (isFirst && parent.name === 'pre' && node.value.startsWith('\n')) return false;
  return !picksChildren(parent) || space.test(node.value);
}

function dropLeadingSpace(body: Element): void {
  for (let first = body.children[0]; first?.kind === 'text'; first = body.children[0]) {
    first.value = first.value.replace(/^[\t\n\f\r ]+/, '');
    if (first.value !== '') return;
    body.children.shift();
  }
}

function joinTexts(element: Element): void {
  if (!hasJoinable(element.children)) return;
  const joined: ChildNode[] = [];
  for (const child of element.children) {
    const last = joined.at(-1);
    if (child.kind !== 'text') joined.push(child);
    else if (last?.kind === 'text') last.value += child.value;
    else if (child.value !== '') joined.push(child);
  }
  element.children = joined;
}

function hasJoinable(siblings: readonly ChildNode[]): boolean {
  let isAfterText = false;
  for (const node of siblings) {
    const isText = node.kind === 'text';
    if (isText && (isAfterText || node.value === '')) return true;
    isAfterText = isText;
  }
  return false;
}
