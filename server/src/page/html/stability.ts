import type { ChildNode, Element } from './tree.ts';
import { HTML_NAMESPACE, SVG_NAMESPACE } from './tree.ts';

/** What an element's ancestors mean for the parser when it meets a start tag. */
interface Context {
  /** A `p` is open that most block elements would close. */
  readonly paragraph: boolean;
  readonly listItem: boolean;
  readonly definition: boolean;
  readonly anchor: boolean;
  readonly nobr: boolean;
  readonly button: boolean;
  readonly form: boolean;
}

const outside: Context = {
  paragraph: false,
  listItem: false,
  definition: false,
  anchor: false,
  nobr: false,
  button: false,
  form: false,
};

const names = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const closesParagraph = names(
  'address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary ul',
);
const headings = names('h1 h2 h3 h4 h5 h6');
/** An open list item does not reach through these. */
const closesListItemScope = names(
  'article aside blockquote center details dir dl fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup main menu nav ol pre section summary table td th tr tbody thead tfoot caption ul',
);
/** An open paragraph, button or link does not reach through these. */
const closesScope = names('applet caption marquee object td template th');
const mayHold: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['table', names('caption colgroup thead tbody tfoot')],
  ['colgroup', names('col')],
  ['thead', names('tr')],
  ['tbody', names('tr')],
  ['tfoot', names('tr')],
  ['tr', names('td th')],
]);
const onlyIn: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['caption', names('table')],
  ['colgroup', names('table')],
  ['thead', names('table')],
  ['tbody', names('table')],
  ['tfoot', names('table')],
  ['col', names('colgroup')],
  ['tr', names('thead tbody tfoot')],
  ['td', names('tr')],
  ['th', names('tr')],
  ['rb', names('ruby')],
  ['rt', names('ruby')],
  ['rp', names('ruby')],
  ['rtc', names('ruby')],
]);
/** Elements whose own rules are not worth knowing here. */
const unusual = names(
  'base basefont bgsound body frame frameset head html image isindex keygen link listing menuitem meta noembed noframes noscript optgroup option plaintext search select textarea title xmp',
);
const rawText = names('iframe script style');
const voidElements = names('area br col embed hr img input param source track wbr');
/** What the parser would put into the head if a document began with it. */
const goesToHead = names('script style template');

/** What would leave SVG or MathML, or is written otherwise than it is read there. */
const unusualInForeign = names(
  'a annotation-xml area b base basefont bgsound big blockquote body br center code col dd desc div dl dt em embed font frame h1 h2 h3 h4 h5 h6 head hr i iframe img input keygen li link listing malignmark menu meta mglyph nobr noembed noframes noscript ol p param plaintext pre ruby s script small source span strike strong style sub sup table title track tt u ul var wbr xmp',
);
const textIntegrationPoints = names('mi mo mn ms mtext');

interface Open {
  readonly element: Element;
  readonly context: Context;
  index: number;
}

/**
 * Whether writing a body as HTML and parsing that gives the same tree again. It may say no though the answer is yes: it knows
 * what pages are made of, and gives up on the rest. Joins texts that stand side by side and drops the white space that
 * a body cannot begin with, since parsing would.
 */
export function isStable(body: Element): boolean {
  if (body.attributes.length > 0) return false;
  dropLeadingSpace(body);
  const first = body.children[0];
  if (first?.kind === 'comment' || (first?.kind === 'element' && goesToHead.has(first.name))) return false;
  const open: Open[] = [{ element: body, context: outside, index: 0 }];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    if (top.index === 0) joinTexts(top.element);
    const node = top.element.children[top.index++];
    if (node === undefined) {
      open.pop();
    } else if (node.kind === 'element') {
      const context = contextWithin(node, top.element, top.context);
      if (context === undefined) return false;
      if (node.children.length > 0) open.push({ element: node, context, index: 0 });
    } else if (!isStableLeaf(node, top.element, top.index === 1)) {
      return false;
    }
  }
  return true;
}

/** The context inside an element, or undefined if the element might not stay where and what it is. */
function contextWithin(element: Element, parent: Element, context: Context): Context | undefined {
  if (!hasStableTag(element)) return undefined;
  if (element.namespace !== HTML_NAMESPACE) return contextWithinForeign(element, parent, context);
  const { name } = element;
  if (parent.namespace !== HTML_NAMESPACE && !isHtmlIntegrationPoint(parent)) return undefined;
  if (unusual.has(name) || (voidElements.has(name) && element.children.length > 0)) return undefined;
  if (mayHold.get(parent.name)?.has(name) === false || onlyIn.get(name)?.has(parent.name) === false) return undefined;
  if (context.paragraph && closesParagraph.has(name)) return undefined;
  if (headings.has(name) && headings.has(parent.name)) return undefined;
  if (rawText.has(name) && !isStableRawText(element)) return undefined;
  if (isReopened(name, context)) return undefined;
  const within: Context = closesListItemScope.has(name) ? { ...context, listItem: false, definition: false } : context;
  if (closesScope.has(name)) return { ...outside, form: context.form };
  switch (name) {
    case 'p':
      return { ...within, paragraph: true };
    case 'li':
      return { ...within, listItem: true };
    case 'dd':
    case 'dt':
      return { ...within, definition: true };
    case 'a':
      return { ...within, anchor: true };
    case 'nobr':
      return { ...within, nobr: true };
    case 'button':
      return { ...within, button: true, paragraph: false };
    case 'form':
      return { ...within, form: true };
    case 'table':
      return { ...within, paragraph: false };
    default:
      return within;
  }
}

/** Whether an element of this name closes one that is open, rather than going into it. */
function isReopened(name: string, context: Context): boolean {
  switch (name) {
    case 'a':
      return context.anchor;
    case 'nobr':
      return context.nobr;
    case 'button':
      return context.button;
    case 'form':
      return context.form;
    case 'li':
      return context.listItem;
    case 'dd':
    case 'dt':
      return context.definition;
    default:
      return false;
  }
}

function contextWithinForeign(element: Element, parent: Element, context: Context): Context | undefined {
  const isRoot = parent.namespace === HTML_NAMESPACE || isHtmlIntegrationPoint(parent);
  if (isRoot) {
    if (element.name !== 'svg' && element.name !== 'math') return undefined;
    if (mayHold.has(parent.name)) return undefined;
  } else if (element.namespace !== parent.namespace || textIntegrationPoints.has(parent.name)) {
    return undefined;
  }
  if (unusualInForeign.has(element.name.toLowerCase())) return undefined;
  return isHtmlIntegrationPoint(element) ? { ...outside, anchor: context.anchor, nobr: context.nobr } : context;
}

function isHtmlIntegrationPoint(element: Element): boolean {
  return element.namespace === SVG_NAMESPACE && element.name === 'foreignObject';
}

function hasStableTag(element: Element): boolean {
  if (!/^[a-zA-Z][\w:.-]*$/.test(element.name)) return false;
  return element.attributes.every(({ name, value }) => /^[\w:@.#-]+$/.test(name) && !/[\r\0]|<\/body>/.test(value));
}

function isStableRawText(element: Element): boolean {
  return element.children.every((child) => child.kind === 'text' && !/<[/!]|&#x/i.test(child.value));
}

function isStableLeaf(node: ChildNode, parent: Element, isFirst: boolean): boolean {
  if (node.kind === 'comment') return !/[<>&\r\0]|^-|-$/.test(node.value);
  if (node.kind !== 'text' || /[\r\0]/.test(node.value)) return false;
  if (isFirst && parent.name === 'pre' && node.value.startsWith('\n')) return false;
  return !mayHold.has(parent.name) || parent.namespace !== HTML_NAMESPACE || /^[\t\n\f ]*$/.test(node.value);
}

function dropLeadingSpace(body: Element): void {
  for (let first = body.children[0]; first?.kind === 'text'; first = body.children[0]) {
    first.value = first.value.replace(/^[\t\n\f\r ]+/, '');
    if (first.value !== '') return;
    body.children.shift();
  }
}

function joinTexts(element: Element): void {
  if (!element.children.some(isJoinable)) return;
  const joined: ChildNode[] = [];
  for (const child of element.children) {
    const last = joined.at(-1);
    if (child.kind !== 'text') joined.push(child);
    else if (last?.kind === 'text') last.value += child.value;
    else if (child.value !== '') joined.push(child);
  }
  element.children = joined;
}

function isJoinable(node: ChildNode, index: number, siblings: readonly ChildNode[]): boolean {
  return node.kind === 'text' && (node.value === '' || siblings[index + 1]?.kind === 'text');
}
