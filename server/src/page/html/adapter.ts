import { html, type Token, type TreeAdapter, type TreeAdapterTypeMap } from 'parse5';
import {
  type Attribute,
  append,
  type ChildNode,
  type CommentNode,
  createText,
  type DoctypeNode,
  detach,
  type Element,
  HTML_NAMESPACE,
  type Origin,
  type ParentNode,
  type Root,
  type TextNode,
} from './tree.ts';

type Node = ChildNode | Root;

export type TreeTypes = TreeAdapterTypeMap<
  Node,
  ParentNode,
  ChildNode,
  Root,
  ParentNode,
  Element,
  CommentNode,
  TextNode,
  Element,
  DoctypeNode
>;

const located: Token.ElementLocation = {
  startLine: 0,
  startCol: 0,
  startOffset: 0,
  endLine: 0,
  endCol: 0,
  endOffset: 0,
};

/**
 * How parse5 builds our tree. Without `origins` each element's origin is where it stands in the parsed text; with them, it is
 * the one that belongs to the offset of its start tag. Elements that the parser makes twice from one tag share their origin.
 */
export function createTreeAdapter(origins?: ReadonlyMap<number, Origin>): TreeAdapter<TreeTypes> {
  const byStart = new Map<number, Origin>();
  const byToken = new WeakMap<readonly Token.Attribute[], Element>();
  let mode = html.DOCUMENT_MODE.NO_QUIRKS;
  return {
    createDocument: createRoot,
    createDocumentFragment: createRoot,
    createElement(name, namespace, attributes) {
      const twin = byToken.get(attributes);
      const element: Element = {
        kind: 'element',
        name,
        namespace,
        attributes: namespace === HTML_NAMESPACE ? attributes.map(copy) : withoutDuplicates(attributes),
        children: [],
        parent: undefined,
        origin: twin?.origin,
      };
      if (twin === undefined) byToken.set(attributes, element);
      return element;
    },
    createCommentNode: (value) => ({ kind: 'comment', value, parent: undefined }),
    createTextNode: createText,
    setDocumentType(document, name) {
      append(document, { kind: 'doctype', name, parent: undefined });
    },
    setDocumentMode(_, newMode) {
      mode = newMode;
    },
    getDocumentMode: () => mode,

    appendChild: append,
    insertBefore,
    detachNode: detach,
    insertText(parent, text) {
      const last = parent.children.at(-1);
      if (last?.kind === 'text') last.value += text;
      else append(parent, createText(text));
    },
    insertTextBefore(parent, text, reference) {
      const previous = parent.children[parent.children.indexOf(reference) - 1];
      if (previous?.kind === 'text') previous.value += text;
      else insertBefore(parent, createText(text), reference);
    },
    adoptAttributes(element, attributes) {
      for (const attribute of attributes) {
        const isNew = !element.attributes.some(({ name }) => name === attribute.name);
        if (isNew) element.attributes.push(copy(attribute));
      }
    },
    setTemplateContent() {},
    // A template holds its content itself.
    getTemplateContent: (template) => template,

    getFirstChild: (parent) => parent.children[0] ?? null,
    getChildNodes: (parent) => parent.children,
    getParentNode: (node) => node.parent ?? null,
    getAttrList: (element) => element.attributes,
    getTagName: (element) => element.name,
    getNamespaceURI: (element) => element.namespace as html.NS,
    getTextNodeContent: (text) => text.value,
    getCommentNodeContent: (comment) => comment.value,
    getDocumentTypeNodeName: (doctype) => doctype.name,
    getDocumentTypeNodePublicId: () => '',
    getDocumentTypeNodeSystemId: () => '',
    isTextNode: (node): node is TextNode => node.kind === 'text',
    isCommentNode: (node): node is CommentNode => node.kind === 'comment',
    isDocumentTypeNode: (node): node is DoctypeNode => node.kind === 'doctype',
    isElementNode: (node): node is Element => node.kind === 'element',

    setNodeSourceCodeLocation(node, location) {
      if (node.kind !== 'element' || location === null) return;
      const start = location.startOffset;
      if (origins !== undefined) {
        node.origin = origins.get(start);
        return;
      }
      const origin = byStart.get(start) ?? { start, end: 0, startTagEnd: location.endOffset, endTagStart: undefined };
      origin.end = Math.max(origin.end, location.endOffset);
      byStart.set(start, origin);
      node.origin = origin;
    },
    getNodeSourceCodeLocation: (node) => (node?.kind === 'element' && node.origin !== undefined ? located : undefined),
    updateNodeSourceCodeLocation(node, { endOffset, endTag }) {
      if (origins !== undefined || node.kind !== 'element' || node.origin === undefined) return;
      node.origin.end = Math.max(node.origin.end, endOffset ?? 0);
      node.origin.endTagStart = endTag?.startOffset ?? node.origin.endTagStart;
    },
  };
}

function createRoot(): Root {
  return { kind: 'root', children: [], parent: undefined };
}

function insertBefore(parent: ParentNode, node: ChildNode, reference: ChildNode): void {
  parent.children.splice(parent.children.lastIndexOf(reference), 0, node);
  node.parent = parent;
}

function copy({ name, value, namespace, prefix }: Token.Attribute): Attribute {
  return namespace === undefined ? { name, value } : { name, value, namespace, prefix };
}

/** Wiki.js keeps attributes by local name, so that of `href` and `xlink:href` on one element the last stays, in the first one's place. */
export function withoutDuplicates(attributes: readonly Token.Attribute[]): Attribute[] {
  return [...new Map(attributes.map((attribute) => [attribute.name, copy(attribute)])).values()];
}
