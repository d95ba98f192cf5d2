import type { RemovalLog } from './removedHtml.ts';
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
  type Element,
  elementsIn,
  HTML_NAMESPACE,
  MATHML_NAMESPACE,
  replace,
  SVG_NAMESPACE,
  someElement,
} from './tree.ts';

export interface SanitizerOptions {
  readonly allowDrawIoUnsafe: boolean;
  readonly allowIFrames: boolean;
  /** Told what goes. */
  readonly log?: RemovalLog;
}

const rawTextElements: ReadonlySet<string> = new Set(
  'style script xmp iframe noembed noframes plaintext noscript'.split(' '),
);

/** Elements of HTML that stay in every element of HTML, if there is no comment in them. */
const plainElements: ReadonlySet<string> = new Set(
  [...allowedElements].filter((name) => {
    const isHtml = !allMathElements.has(name) && (sharedElements.has(name) || !allSvgElements.has(name));
    return isHtml && name !== 'template' && !rawTextElements.has(name);
  }),
);

const mathTextElements: ReadonlySet<string> = new Set(['mi', 'mo', 'mn', 'ms', 'mtext']);

/**
 * Takes out of a body what Wiki.js's sanitiser takes out: what DOMPurify 3.3.1 on jsdom 16.4.0 does with Wiki.js's
 * configuration. Gives whether it took out or moved anything but attributes. Rules reference (f), html-security.
 */
export function sanitize(body: Element, options: SanitizerOptions): boolean {
  body.attributes = [];
  if (someElement(body.children, breaksJsdom)) {
    body.children = [];
    return true;
  }
  let isRestructured = false;
  const levels: Level[] = [{ parent: body, siblings: body.children, index: 0, kept: undefined, outer: undefined }];
  for (let level = levels.at(-1); level !== undefined; level = levels.at(-1)) {
    const { parent, siblings } = level;
    const whole = level.outer ?? level;
    const node = siblings[level.index++];
    if (node === undefined) {
      levels.pop();
      if (level === whole && level.kept !== undefined) parent.children = level.kept;
    } else if (node.kind === 'text') {
      whole.kept?.push(node);
    } else if (node.kind === 'formula') {
      whole.kept?.push(node);
      isRestructured ||= node.html !== node.sanitized;
      node.html = node.sanitized;
    } else {
      const verdict = node.kind === 'element' ? verdictOn(node, parent, options) : 'remove';
      isRestructured ||= verdict !== 'keep';
      if (node.kind === 'element' && verdict !== 'remove' && verdict !== 'unwrap') {
        whole.kept?.push(node);
        const inside = { parent: node, siblings: node.children, index: 0, kept: undefined, outer: undefined };
        if (!node.children.every(isText)) levels.push(inside);
        continue;
      }
      if (node.kind === 'element') options.log?.element(node, verdict === 'remove');
      whole.kept ??= siblings.slice(0, level.index - 1);
      node.parent = undefined;
      if (node.kind !== 'element' || verdict === 'remove') continue;
      for (const child of node.children) child.parent = parent;
      levels.push({ parent, siblings: node.children, index: 0, kept: undefined, outer: whole });
    }
  }
  return isRestructured;
}

/** Nodes that are looked at one after the other: the children of an element, or of one that has gone and left them to it. */
interface Level {
  readonly parent: Element;
  readonly siblings: readonly ChildNode[];
  index: number;
  /** What the parent will have for children; undefined while none has gone. */
  kept: ChildNode[] | undefined;
  /** The level of the parent's own children, where these come from an element that has gone. */
  readonly outer: Level | undefined;
}

/** Sanitises one element, without what is in it; says what is to become of it. Where it is changed inside, it is kept too. */
function verdictOn(node: Element, parent: Element, options: SanitizerOptions): 'keep' | 'change' | 'unwrap' | 'remove' {
  const isPlain =
    node.namespace === HTML_NAMESPACE && parent.namespace === HTML_NAMESPACE && plainElements.has(node.name);
  if (isPlain && !node.children.some(isComment)) {
    sanitizeAttributesOf(node, options);
    return 'keep';
  }
  const isDiagramText = options.allowDrawIoUnsafe && node.name === 'foreignObject';
  if (isDiagramText) replaceBreaks(node);
  const name = node.name.toLowerCase();
  if (hidesMarkup(node)) return 'remove';
  if (!isAllowedElement(name, options)) return removedWithContent.has(name) ? 'remove' : 'unwrap';
  if (!isInItsNamespace(node, parent)) return 'remove';
  sanitizeAttributesOf(node, options);
  return isDiagramText ? 'change' : 'keep';
}

function sanitizeAttributesOf(node: Element, { allowIFrames, log }: SanitizerOptions): void {
  const before = node.attributes;
  sanitizeAttributes(node, allowIFrames);
  if (node.attributes.length < before.length) log?.attributes(node, before);
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
  if (!isRawText(element) && !element.children.some(isComment)) return false;
  if (element.children.some((child) => child.kind === 'element')) return false;
  return /<[/\w!]/.test(element.children.map(textOfNode).join(''));
}

function textOfNode(node: ChildNode): string {
  return node.kind === 'text' ? node.value : '';
}

function isText(node: ChildNode): boolean {
  return node.kind === 'text';
}

function isComment(node: ChildNode): boolean {
  return node.kind === 'comment';
}

function isRawText({ name }: Element): boolean {
  return rawTextElements.has(name);
}

function isTemplate(element: Element): boolean {
  return element.name === 'template' && element.namespace === HTML_NAMESPACE;
}

/** Whether an HTML parser could have put an element into its parent: moved about, it might become something else when parsed again. */
function isInItsNamespace(element: Element, parent: Element): boolean {
  const name = element.name.toLowerCase();
  const parentName = parent.name.toLowerCase();
  const parentNamespace = parent.namespace;
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
