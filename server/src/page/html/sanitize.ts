import { sanitizeAttributes } from './sanitizeAttributes.ts';
import {
  allMathElements,
  allowedElements,
  allSvgElements,
  removedWithContent,
  sharedElements,
} from './sanitizerLists.ts';
import {
  type ChildNode,
  createElement,
  detach,
  type Element,
  elementsIn,
  HTML_NAMESPACE,
  MATHML_NAMESPACE,
  type ParentNode,
  replace,
  SVG_NAMESPACE,
  type TextNode,
} from './tree.ts';

export interface SanitizerOptions {
  readonly allowDrawIoUnsafe: boolean;
  readonly allowIFrames: boolean;
}

const mathTextElements: ReadonlySet<string> = new Set(['mi', 'mo', 'mn', 'ms', 'mtext']);

/**
 * Takes out of a body what Wiki.js's sanitiser takes out: what DOMPurify 3.3.1 on jsdom 16.4.0 does with Wiki.js's
 * configuration. Gives whether it took out or moved anything but attributes. Rules reference (f), html-security.
 */
export function sanitize(body: Element, options: SanitizerOptions): boolean {
  body.attributes = [];
  if (elementsIn(body).some(breaksJsdom)) {
    body.children = [];
    return true;
  }
  let isRestructured = false;
  const levels: { parent: ParentNode; index: number }[] = [{ parent: body, index: 0 }];
  for (let level = levels.at(-1); level !== undefined; level = levels.at(-1)) {
    const { parent, index } = level;
    const node = parent.children[index];
    if (node === undefined) {
      levels.pop();
    } else if (node.kind === 'text') {
      level.index++;
    } else {
      const isChanged = sanitizeNode(node, parent, options);
      isRestructured ||= isChanged;
      if (parent.children[index] !== node) continue;
      level.index++;
      if (node.kind === 'element') levels.push({ parent: node, index: 0 });
    }
  }
  return isRestructured;
}

/** Sanitises one node, without what is in it; one that has to go leaves what comes next in its place. Gives whether the tree has changed. */
function sanitizeNode(node: Exclude<ChildNode, TextNode>, parent: ParentNode, options: SanitizerOptions): boolean {
  if (node.kind !== 'element') {
    detach(node);
    return true;
  }
  const isDiagramText = options.allowDrawIoUnsafe && node.name === 'foreignObject';
  if (isDiagramText) replaceBreaks(node);
  const name = node.name.toLowerCase();
  if (hidesMarkup(node)) {
    detach(node);
    return true;
  }
  if (!isAllowedElement(name, options)) {
    replace(node, removedWithContent.has(name) ? [] : node.children);
    return true;
  }
  if (!isInItsNamespace(node, parent)) {
    detach(node);
    return true;
  }
  sanitizeAttributes(node, options.allowIFrames);
  return isDiagramText;
}

function isAllowedElement(name: string, { allowDrawIoUnsafe, allowIFrames }: SanitizerOptions): boolean {
  if (allowedElements.has(name) || name === 'tabset') return true;
  return (allowDrawIoUnsafe && name === 'foreignobject') || (allowIFrames && name === 'iframe');
}

/** A template of SVG has no content of its own as HTML's has: jsdom fails on it, and DOMPurify then returns nothing at all. */
function breaksJsdom(element: Element): boolean {
  return element.name === 'template' && !isTemplate(element) && element.children.length > 0;
}

/** Whether an element without elements in it holds text that another parser might take for some: DOMPurify removes it whole. */
function hidesMarkup(element: Element): boolean {
  if (element.children.length === 0 || isTemplate(element)) return false;
  if (element.children.some((child) => child.kind === 'element')) return false;
  if (!isRawText(element) && !element.children.some((child) => child.kind === 'comment')) return false;
  return /<[/\w!]/.test(element.children.map(textOfNode).join(''));
}

function textOfNode(node: ChildNode): string {
  return node.kind === 'text' ? node.value : '';
}

function isRawText({ name }: Element): boolean {
  return /^(?:style|script|xmp|iframe|noembed|noframes|plaintext|noscript)$/.test(name);
}

function isTemplate(element: Element): boolean {
  return element.name === 'template' && element.namespace === HTML_NAMESPACE;
}

/** Whether an HTML parser could have put an element into its parent: moved about, it might become something else when parsed again. */
function isInItsNamespace(element: Element, parent: ParentNode): boolean {
  const name = element.name.toLowerCase();
  const parentName = parent.kind === 'element' ? parent.name.toLowerCase() : 'template';
  const parentNamespace = parent.kind === 'element' ? parent.namespace : HTML_NAMESPACE;
  switch (element.namespace) {
    case SVG_NAMESPACE:
      if (parentNamespace === SVG_NAMESPACE) return allSvgElements.has(name);
      if (parentNamespace === HTML_NAMESPACE) return name === 'svg';
      return name === 'svg' && (parentName === 'annotation-xml' || mathTextElements.has(parentName));
    case MATHML_NAMESPACE:
      if (parentNamespace === MATHML_NAMESPACE) return allMathElements.has(name);
      if (parentNamespace === HTML_NAMESPACE) return name === 'math';
      return name === 'math' && parentName === 'foreignobject';
    default:
      if (parentNamespace === SVG_NAMESPACE && parentName !== 'foreignobject') return false;
      if (parentNamespace === MATHML_NAMESPACE && !mathTextElements.has(parentName)) return false;
      return !allMathElements.has(name) && (sharedElements.has(name) || !allSvgElements.has(name));
  }
}

/** Puts an empty `div` in the place of each line break and paragraph in a diagram's text. */
function replaceBreaks(diagramText: Element): void {
  for (const element of elementsIn(diagramText)) {
    if ((element.name === 'br' || element.name === 'p') && !isInTemplate(element, diagramText)) {
      replace(element, [createElement('div')]);
    }
  }
}

/** A template's content is a document of its own. */
function isInTemplate(element: Element, root: Element): boolean {
  for (let { parent } = element; parent?.kind === 'element' && parent !== root; parent = parent.parent) {
    if (isTemplate(parent)) return true;
  }
  return false;
}
