import { sanitizeAttributes } from './sanitizeAttributes.ts';
import {
  allMathElements,
  allowedAttributes,
  allowedElements,
  allSvgElements,
  removedWithContent,
  sharedElements,
} from './sanitizerLists.ts';
import {
  type ChildNode,
  createElement,
  type Element,
  elementsIn,
  HTML_NAMESPACE,
  MATHML_NAMESPACE,
  type ParentNode,
  replace,
  SVG_NAMESPACE,
} from './tree.ts';

export interface SanitizerOptions {
  readonly allowDrawIoUnsafe: boolean;
  readonly allowIFrames: boolean;
}

const mathTextElements: ReadonlySet<string> = new Set(['mi', 'mo', 'mn', 'ms', 'mtext']);

/**
 * Takes out of a body what Wiki.js's sanitiser takes out: what DOMPurify 3.3.1 on jsdom 16.4.0 does with Wiki.js's
 * configuration. Rules reference (f), html-security.
 */
export function sanitize(body: Element, options: SanitizerOptions): void {
  if (elementsIn(body).some(breaksJsdom)) {
    body.children = [];
    return;
  }
  const elements = new Set([...allowedElements, 'tabset', 'template']);
  const attributes = new Set([...allowedAttributes, 'v-pre', 'v-slot:tabs', 'v-slot:content', 'target']);
  if (options.allowDrawIoUnsafe) {
    elements.add('foreignobject');
    replaceDiagramBreaks(body);
  }
  if (options.allowIFrames) {
    elements.add('iframe');
    attributes.add('allow');
  }
  body.attributes = [];
  const open: { parent: ParentNode; index: number }[] = [{ parent: body, index: 0 }];
  for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
    const { parent, index } = level;
    const node = parent.children[index];
    if (node === undefined) {
      open.pop();
    } else if (node.kind === 'text') {
      level.index++;
    } else if (node.kind !== 'element') {
      parent.children.splice(index, 1);
    } else if (hidesMarkup(node)) {
      parent.children.splice(index, 1);
    } else if (!elements.has(node.name.toLowerCase())) {
      replace(node, removedWithContent.has(node.name.toLowerCase()) ? [] : node.children);
    } else if (!isInItsNamespace(node, parent)) {
      parent.children.splice(index, 1);
    } else {
      sanitizeAttributes(node, attributes);
      level.index++;
      open.push({ parent: node, index: 0 });
    }
  }
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
function replaceDiagramBreaks(body: Element): void {
  for (const element of elementsIn(body)) {
    if ((element.name === 'br' || element.name === 'p') && isInForeignObject(element)) {
      replace(element, [createElement('div')]);
    }
  }
}

function isInForeignObject(element: Element): boolean {
  for (let { parent } = element; parent?.kind === 'element' && !isTemplate(parent); parent = parent.parent) {
    if (parent.name === 'foreignObject') return true;
  }
  return false;
}
