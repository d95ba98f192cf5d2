import { foreignContent, type Token } from 'parse5';
import { withoutDuplicates } from './adapter.ts';
import { decodeText } from './characterReferences.ts';
import { createFormulaReader, type FormulaReader } from './formulaReader.ts';
import { isHtmlIntegrationPoint, isRawText, isVoid, nothingOpen, openInside, picksChildren } from './nesting.ts';
import { afterSpace, NEWLINE, type PlainReader, readComment, readEndTag, readStartTag } from './plainTags.ts';
import {
  append,
  type ChildNode,
  createElement,
  type Element,
  HTML_NAMESPACE,
  MATHML_NAMESPACE,
  type Origin,
  type Root,
  type SettledFormula,
  SVG_NAMESPACE,
} from './tree.ts';

const SLASH = 47;
const EXCLAMATION_MARK = 33;
const AMPERSAND = 38;
const LESS_THAN = 60;

/**
 * Reads a document in which elements stand in each other just as their tags do, several times as fast as a parser of all
 * HTML can. It gives up, with undefined, on tags that it does not know how to read, and on elements that `openInside` does
 * not know to stay where they are. So the tree is the one that an HTML parser makes, which is given the same tags.
 *
 * @param origins as for `createTreeAdapter`
 * @param settle what becomes of a formula, where that is known: what is in it is not read then
 */
export function readPlainDocument(
  html: string,
  origins?: ReadonlyMap<number, Origin>,
  settle?: (html: string) => SettledFormula | undefined,
): Root | undefined {
  if (html.includes('\r') || html.includes('\0') || html.startsWith('\ufeff')) return undefined;
  const reader: PlainReader = { html, at: afterSpace(html, 0), attributes: [], isSelfClosing: false };
  const document: Root = { kind: 'root', children: [], parent: undefined };
  while (html.startsWith('<!', reader.at)) {
    const value = readComment(reader);
    if (value === undefined) return undefined;
    append(document, { kind: 'comment', value, parent: undefined });
    reader.at = afterSpace(html, reader.at);
  }
  const root = createElement('html');
  const body = createElement('body');
  append(document, root);
  append(root, createElement('head'));
  append(root, body);
  return readInto(body, reader, origins, settle && createFormulaReader(settle)) ? document : undefined;
}

/** Reads the rest of the text into an empty body; gives whether it could. */
function readInto(
  body: Element,
  reader: PlainReader,
  origins: ReadonlyMap<number, Origin> | undefined,
  readFormula: FormulaReader | undefined,
): boolean {
  const { html } = reader;
  const siblings: Siblings = { nodes: [], length: 0, first: 0 };
  /** For each element that is open around the parent: what was open around that, and where its children begin. */
  const outer: number[] = [];
  let parent = body;
  let open: number = nothingOpen;
  while (reader.at < html.length) {
    const start = reader.at;
    const next = html.charCodeAt(start + 1);
    if (html.charCodeAt(start) !== LESS_THAN) {
      if (!addText(siblings, parent, reader, parent === body)) return false;
    } else if (next === SLASH) {
      if (parent === body || parent.parent?.kind !== 'element' || !readEndTag(reader, parent.name)) return false;
      if (origins === undefined && parent.origin !== undefined) {
        parent.origin.end = reader.at;
        parent.origin.endTagStart = start;
      }
      parent.children = takeChildren(siblings);
      parent = parent.parent;
      siblings.first = outer.pop() ?? 0;
      open = outer.pop() ?? nothingOpen;
    } else if (next === EXCLAMATION_MARK) {
      const value = readComment(reader);
      if (value === undefined) return false;
      add(siblings, { kind: 'comment', value, parent });
    } else {
      const tagName = readStartTag(reader);
      if (tagName === undefined) return false;
      const element = elementIn(parent, tagName, reader);
      const inside = openInside(element.name, element.namespace, parent, open);
      if (inside === undefined || (siblings.length === 0 && goesToHead(element))) return false;
      element.origin = origins
        ? origins.get(start)
        : { start, end: reader.at, startTagEnd: reader.at, endTagStart: undefined };
      add(siblings, element);
      if (hasNoContent(element, reader) || readFormula?.(element, reader)) continue;
      outer.push(open, siblings.first);
      siblings.first = siblings.length;
      parent = element;
      open = inside;
      if (element.namespace !== HTML_NAMESPACE) continue;
      if (isRawText(tagName) && !addRawText(siblings, element, reader)) return false;
      // The parser drops a line end that a `pre` begins with.
      if (tagName === 'pre' && html.charCodeAt(reader.at) === NEWLINE) reader.at++;
    }
  }
  body.children = takeChildren(siblings);
  return parent === body;
}

/**
 * The nodes so far that stand in elements whose end has not come: those of the innermost one begin at `first`. They wait in
 * one list, so that each element gets an array of just the right length; arrays that grow take several times that.
 */
interface Siblings {
  readonly nodes: ChildNode[];
  length: number;
  first: number;
}

function add(siblings: Siblings, node: ChildNode): void {
  siblings.nodes[siblings.length++] = node;
}

function takeChildren(siblings: Siblings): ChildNode[] {
  const { nodes, first, length } = siblings;
  siblings.length = first;
  return first === length ? [] : nodes.slice(first, length);
}

/** The element that a start tag makes in this parent. */
function elementIn(parent: Element, tagName: string, { attributes }: PlainReader): Element {
  const isInHtml = parent.namespace === HTML_NAMESPACE || isHtmlIntegrationPoint(parent);
  const namespace = isInHtml ? namespaceOf(tagName) : parent.namespace;
  const isAdjusted = namespace === SVG_NAMESPACE && !isInHtml;
  const name = isAdjusted ? (foreignContent.SVG_TAG_NAMES_ADJUSTMENT_MAP.get(tagName) ?? tagName) : tagName;
  return {
    kind: 'element',
    name,
    namespace,
    attributes: attributesIn(namespace, attributes),
    children: [],
    parent,
    origin: undefined,
  };
}

function namespaceOf(tagName: string): string {
  if (tagName === 'svg') return SVG_NAMESPACE;
  return tagName === 'math' ? MATHML_NAMESPACE : HTML_NAMESPACE;
}

/** The attributes of a start tag, in an array of the element's own. */
function attributesIn(namespace: string, attributes: PlainReader['attributes']): Element['attributes'] {
  if (attributes.length === 0) return [];
  if (namespace === HTML_NAMESPACE) return attributes;
  const tag = { attrs: attributes.map(({ name, value }): Token.Attribute => ({ name, value })) } as Token.TagToken;
  if (namespace === SVG_NAMESPACE) foreignContent.adjustTokenSVGAttrs(tag);
  else foreignContent.adjustTokenMathMLAttrs(tag);
  foreignContent.adjustTokenXMLAttrs(tag);
  return withoutDuplicates(tag.attrs);
}

/** Elements that a parser puts into the head while the body has not begun. */
function goesToHead({ name }: Element): boolean {
  return name === 'script' || name === 'style' || name === 'template';
}

function hasNoContent({ name, namespace }: Element, { isSelfClosing }: PlainReader): boolean {
  return namespace === HTML_NAMESPACE ? isVoid(name) : isSelfClosing;
}

function addText(siblings: Siblings, parent: Element, reader: PlainReader, isInBody: boolean): boolean {
  const { html, at: start } = reader;
  const tag = html.indexOf('<', start);
  reader.at = tag < 0 ? html.length : tag;
  const value = decodeText(html.slice(start, reader.at));
  // White space that is written as a reference is dropped too where white space is.
  const isFirst = siblings.length === siblings.first && html.charCodeAt(start) === AMPERSAND;
  if (isFirst && (isInBody || parent.name === 'pre') && /^[\t\n\f\r ]/.test(value)) return false;
  if (picksChildren(parent) && /[^\t\n\f ]/.test(value)) return false;
  add(siblings, { kind: 'text', value, parent });
  return true;
}

/** The content of a script or style, of which nothing but its end looks like a tag. */
function addRawText(siblings: Siblings, parent: Element, reader: PlainReader): boolean {
  const { html, at: start } = reader;
  const end = html.indexOf('</', start);
  const value = html.slice(start, end < 0 ? start : end);
  if (value.includes('<!')) return false;
  if (value !== '') add(siblings, { kind: 'text', value, parent });
  reader.at += value.length;
  return end >= 0;
}
