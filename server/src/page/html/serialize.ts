import { qualifiedName } from './attributes.ts';
import { bodyOf, type ChildNode, type Element, HTML_NAMESPACE, type Origin, type Root } from './tree.ts';

/** HTML, and at which of its offsets the start tags of elements stand whose origin is known. */
export interface Markup {
  readonly html: string;
  readonly origins: ReadonlyMap<number, Origin>;
}

const voidElements = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(' '),
);
const rawTextElements = new Set('style script xmp iframe noembed noframes plaintext noscript'.split(' '));

/** Nodes as HTML, the way parse5 6.0.1 writes it: void elements and raw text go by name alone, in SVG too. */
export function serialize(nodes: readonly ChildNode[]): Markup {
  const origins = new Map<number, Origin>();
  return { html: htmlOf(nodes, origins), origins };
}

function htmlOf(nodes: readonly ChildNode[], origins?: Map<number, Origin>): string {
  /** The elements around, and for each the index of its next child. */
  const outer: Element[] = [];
  const outerIndexes: number[] = [];
  let siblings = nodes;
  let index = 0;
  let html = '';
  for (;;) {
    const node = siblings[index++];
    if (node === undefined) {
      const element = outer.pop();
      if (element === undefined) return html;
      html += `</${element.name}>`;
      siblings = outer.at(-1)?.children ?? nodes;
      index = outerIndexes.pop() ?? 0;
    } else if (node.kind === 'element') {
      if (node.origin !== undefined) origins?.set(html.length, node.origin);
      html += startTag(node);
      if (voidElements.has(node.name)) continue;
      outer.push(node);
      outerIndexes.push(index);
      siblings = node.children;
      index = 0;
    } else if (node.kind === 'text') {
      const parent = node.parent?.kind === 'element' ? node.parent.name : '';
      html += rawTextElements.has(parent) ? node.value : escapeText(node.value);
    } else if (node.kind === 'formula') {
      html += node.html;
    } else if (node.kind === 'comment') {
      html += `<!--${node.value}-->`;
    }
  }
}

/** Pieces of HTML as one; origins keep their elements. */
export function concatenate(...pieces: readonly (Markup | string)[]): Markup {
  const origins = new Map<number, Origin>();
  let html = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      html += piece;
    } else {
      for (const [offset, origin] of piece.origins) origins.set(html.length + offset, origin);
      html += piece.html;
    }
  }
  return { html, origins };
}

/**
 * What Wiki.js takes out of a document between its steps: the body without its tags, unless they have attributes, and with
 * character references beyond ASCII decoded wherever the text has them. Rules reference (f).
 */
export function serializeBody(document: Root): Markup {
  const body = bodyOf(document);
  const whole = serialize(body === undefined ? [] : [body]);
  return decodeReferences(without(without(whole, '<body>'), '</body>'));
}

/** The same without the places of elements. */
export function htmlOfBody(document: Root): string {
  const body = bodyOf(document);
  if (body === undefined || body.attributes.length > 0) return serializeBody(document).html;
  const html = htmlOf(body.children);
  // An attribute may hold what looks like the end of the body, which is then taken for it.
  const inside = html.includes('</body>') ? `${html}</body>`.replace('</body>', '') : html;
  return withReferencesDecoded(inside);
}

/**
 * The same in pieces, which one after the other are the whole.
 *
 * @param parts all children of the body, in their order
 */
export function serializeBodyInPieces(document: Root, parts: readonly (readonly ChildNode[])[]): string[] {
  const body = bodyOf(document);
  const shell = body === undefined ? '' : htmlOf([{ ...body, children: [] }]);
  const pieces = parts.map((nodes) => htmlOf(nodes));
  const last = Math.max(0, pieces.length - 1);
  pieces[0] = shell.replace(/<\/body>$/, '') + (pieces[0] ?? '');
  pieces[last] += '</body>';
  for (const tag of ['<body>', '</body>']) {
    const first = pieces.findIndex((piece) => piece.includes(tag));
    if (first >= 0) pieces[first] = pieces[first]?.replace(tag, '') ?? '';
  }
  return pieces.map(withReferencesDecoded);
}

function withReferencesDecoded(html: string): string {
  return html.includes('&#') ? decodeReferences({ html, origins: new Map() }).html : html;
}

function without(markup: Markup, text: string): Markup {
  const at = markup.html.indexOf(text);
  if (at < 0) return markup;
  const html = markup.html.slice(0, at) + markup.html.slice(at + text.length);
  const origins = new Map<number, Origin>();
  for (const [offset, origin] of markup.origins) origins.set(offset > at ? offset - text.length : offset, origin);
  return { html, origins };
}

function decodeReferences(markup: Markup): Markup {
  const pieces: (Markup | string)[] = [];
  let from = 0;
  for (const match of markup.html.matchAll(/&#x([0-9a-f]{1,6});/gi)) {
    const code = Number.parseInt(match[1] ?? '', 16);
    if (code < 0x80 || code > 0x10ffff) continue;
    pieces.push(slice(markup, from, match.index), String.fromCodePoint(code));
    from = match.index + match[0].length;
  }
  return from === 0 ? markup : concatenate(...pieces, slice(markup, from, markup.html.length));
}

function slice(markup: Markup, start: number, end: number): Markup {
  const origins = new Map<number, Origin>();
  for (const [offset, origin] of markup.origins) {
    if (offset >= start && offset < end) origins.set(offset - start, origin);
  }
  return { html: markup.html.slice(start, end), origins };
}

function startTag(element: Element): string {
  let tag = `<${element.name}`;
  for (const attribute of element.attributes) {
    tag += ` ${element.namespace === HTML_NAMESPACE ? attribute.name : qualifiedName(attribute)}="${escapeAttribute(attribute.value)}"`;
  }
  return `${tag}>`;
}

const escapedInAttributes = /[&\u00a0"]/;
const escapedInText = /[&\u00a0<>]/;

function escapeAttribute(value: string): string {
  if (!escapedInAttributes.test(value)) return value;
  return value.replaceAll('&', '&amp;').replaceAll('\u00a0', '&nbsp;').replaceAll('"', '&quot;');
}

/** Text as it is written in HTML. */
export function escapeText(value: string): string {
  if (!escapedInText.test(value)) return value;
  return value.replaceAll('&', '&amp;').replaceAll('\u00a0', '&nbsp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
