export const HTML_NAMESPACE = 'http://www.w3.org/1999/xhtml';
export const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';
export const MATHML_NAMESPACE = 'http://www.w3.org/1998/Math/MathML';
export const XLINK_NAMESPACE = 'http://www.w3.org/1999/xlink';
export const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';
export const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/';

/**
 * An attribute as an HTML parser makes it: `name` is the local name, lower-case in HTML, and a namespace and a prefix only
 * stand on a few attributes of SVG and MathML, such as `xlink:href`.
 */
export interface Attribute {
  readonly name: string;
  value: string;
  readonly namespace?: string;
  readonly prefix?: string;
}

/** Where an element stands in the HTML that was first parsed, in UTF-16 offsets; the same object through all later steps. */
export interface Origin {
  readonly start: number;
  /** After the element's end tag, or where the parser saw it end. */
  end: number;
  readonly startTagEnd: number;
  /** Where the end tag begins; undefined for an element without one. */
  endTagStart: number | undefined;
}

export interface Element {
  readonly kind: 'element';
  readonly name: string;
  readonly namespace: string;
  attributes: Attribute[];
  /** Of a template, its content. */
  children: ChildNode[];
  parent: ParentNode | undefined;
  /** Undefined for an element that Wiki.js or the HTML parser added. */
  origin: Origin | undefined;
}

export interface TextNode {
  readonly kind: 'text';
  value: string;
  parent: ParentNode | undefined;
}

export interface CommentNode {
  readonly kind: 'comment';
  readonly value: string;
  parent: ParentNode | undefined;
}

export interface DoctypeNode {
  readonly kind: 'doctype';
  readonly name: string;
  parent: ParentNode | undefined;
}

/** What Wiki.js's steps make of what is in a formula: nothing but the sanitiser changes it, and nothing around has a say in it. */
export interface SettledFormula {
  /** What the sanitiser leaves, as it is written at the end. */
  readonly sanitized: string;
  readonly text: string;
}

/** All that is in the outermost element of a formula. */
export interface FormulaNode extends SettledFormula {
  readonly kind: 'formula';
  /** As it is at this step. */
  html: string;
  parent: ParentNode | undefined;
}

/** The root of a parsed document or fragment. */
export interface Root {
  readonly kind: 'root';
  children: ChildNode[];
  readonly parent: undefined;
}

export type ChildNode = Element | TextNode | CommentNode | DoctypeNode | FormulaNode;
export type ParentNode = Element | Root;

/** Every element below a node, in document order, as a list that later changes to the tree do not touch. */
export function elementsIn(root: ParentNode): Element[] {
  return elementsAmong(root.children);
}

/** The elements among these nodes and below them, in document order. */
export function elementsAmong(nodes: readonly ChildNode[]): Element[] {
  const found: Element[] = [];
  const pending: Element[] = [];
  pushElements(nodes, pending);
  for (let element = pending.pop(); element !== undefined; element = pending.pop()) {
    found.push(element);
    pushElements(element.children, pending);
  }
  return found;
}

/** Whether any element among these nodes and below them fulfils a condition. */
export function someElement(nodes: readonly ChildNode[], condition: (element: Element) => boolean): boolean {
  const pending: Element[] = [];
  pushElements(nodes, pending);
  for (let element = pending.pop(); element !== undefined; element = pending.pop()) {
    if (condition(element)) return true;
    pushElements(element.children, pending);
  }
  return false;
}

/** The last one first. */
function pushElements(nodes: readonly ChildNode[], pending: Element[]): void {
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i];
    if (node?.kind === 'element') pending.push(node);
  }
}

/** The body of a parsed document; undefined if it has frames instead. */
export function bodyOf(document: Root): Element | undefined {
  for (const html of document.children) {
    if (html.kind !== 'element') continue;
    for (const child of html.children) {
      if (child.kind === 'element' && child.name === 'body') return child;
    }
  }
  return undefined;
}

/** The text of an element and all below it, without that of scripts and styles: what Wiki.js takes for a heading's text. */
export function textOf(element: Element, isLeftOut: (element: Element) => boolean = () => false): string {
  let text = '';
  const pending: ChildNode[] = [element];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.kind === 'text') text += node.value;
    if (node.kind === 'formula') text += node.text;
    if (node.kind !== 'element' || node.name === 'script' || node.name === 'style' || isLeftOut(node)) continue;
    for (let i = node.children.length - 1; i >= 0; i--) {
      const child = node.children[i];
      if (child !== undefined) pending.push(child);
    }
  }
  return text;
}

/** Takes a node out of its parent; nothing happens if it has none. */
export function detach(node: ChildNode): void {
  if (node.parent === undefined) return;
  const siblings = node.parent.children;
  const last = siblings.length - 1;
  const index = siblings[last] === node ? last : siblings.indexOf(node);
  if (index >= 0) siblings.splice(index, 1);
  node.parent = undefined;
}

/** Puts nodes, taken out of where they were, in the place of another; nothing happens if that one has no parent. */
export function replace(node: ChildNode, replacements: readonly ChildNode[]): void {
  const { parent } = node;
  if (parent === undefined) return;
  const nodes = [...replacements];
  for (const replacement of [...nodes].reverse()) {
    detach(replacement);
    replacement.parent = parent;
  }
  const index = parent.children.indexOf(node);
  const [only] = nodes;
  if (only !== undefined && nodes.length === 1) parent.children[index] = only;
  else parent.children = [...parent.children.slice(0, index), ...nodes, ...parent.children.slice(index + 1)];
  node.parent = undefined;
}

/** Wraps a node in an element that is put in its place. */
export function wrap(node: ChildNode, wrapper: Element): void {
  replace(node, [wrapper]);
  append(wrapper, node);
}

export function append(parent: ParentNode, node: ChildNode): void {
  node.parent = parent;
  parent.children.push(node);
}

/** A copy of a node and all below it, of the same origins. */
export function cloneOf(node: ChildNode): ChildNode {
  const copy: ChildNode = { ...node, parent: undefined };
  const pending = copy.kind === 'element' ? [copy] : [];
  for (let element = pending.pop(); element !== undefined; element = pending.pop()) {
    const parent = element;
    parent.attributes = parent.attributes.map((attribute) => ({ ...attribute }));
    parent.children = parent.children.map((child) => ({ ...child, parent }));
    for (const child of parent.children) if (child.kind === 'element') pending.push(child);
  }
  return copy;
}

/** An HTML element that stands nowhere in a source. */
export function createElement(name: string, attributes: Readonly<Record<string, string>> = {}): Element {
  return {
    kind: 'element',
    name,
    namespace: HTML_NAMESPACE,
    attributes: Object.entries(attributes).map(([attribute, value]) => ({ name: attribute, value })),
    children: [],
    parent: undefined,
    origin: undefined,
  };
}

export function createText(value: string): TextNode {
  return { kind: 'text', value, parent: undefined };
}
