import { type ChildNode, type Element, HTML_NAMESPACE, SVG_NAMESPACE } from './tree.ts';

/** What is open where a start tag stands, as bits: each makes the parser treat some start tags as the end of it. */
const Open = { paragraph: 1, listItem: 2, definition: 4, anchor: 8, nobr: 16, button: 32, form: 64 } as const;

/** What the parser's rules say of an element's name, as bits. */
const Trait = {
  closesParagraph: 1,
  heading: 2,
  /** An open list item does not reach through it. */
  endsListScope: 4,
  /** An open paragraph, button or link does not reach through it. */
  endsScope: 8,
  /** Its own rules are not worth knowing here. */
  unusual: 16,
  rawText: 32,
  void: 64,
  /** Only some elements may stand in it. */
  picksChildren: 128,
  /** It may only stand in some elements. */
  picksParent: 256,
} as const;

const children: ReadonlyMap<string, string> = new Map([
  ['table', 'caption colgroup thead tbody tfoot'],
  ['colgroup', 'col'],
  ['thead', 'tr'],
  ['tbody', 'tr'],
  ['tfoot', 'tr'],
  ['tr', 'td th'],
]);
const parents: ReadonlyMap<string, string> = new Map([
  ['caption', 'table'],
  ['colgroup', 'table'],
  ['thead', 'table'],
  ['tbody', 'table'],
  ['tfoot', 'table'],
  ['col', 'colgroup'],
  ['tr', 'thead tbody tfoot'],
  ['td', 'tr'],
  ['th', 'tr'],
  ['rb', 'ruby'],
  ['rt', 'ruby'],
  ['rp', 'ruby'],
  ['rtc', 'ruby'],
]);

const traits = traitsByName([
  [
    Trait.closesParagraph,
    'address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary ul',
  ],
  [Trait.heading, 'h1 h2 h3 h4 h5 h6'],
  [
    Trait.endsListScope,
    'article aside blockquote center details dir dl fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup main menu nav ol pre section summary table ul',
  ],
  [Trait.endsScope, 'applet caption marquee object td template th'],
  [
    Trait.unusual,
    'base basefont bgsound body frame frameset head html image isindex keygen link listing menuitem meta noembed noframes noscript optgroup option plaintext search select textarea title xmp',
  ],
  [Trait.rawText, 'iframe script style'],
  [Trait.void, 'area br col embed hr img input param source track wbr'],
  [Trait.picksChildren, [...children.keys()].join(' ')],
  [Trait.picksParent, [...parents.keys()].join(' ')],
  [0, 'a abbr b big button cite code del em font i ins kbd mark nobr q s small span strike strong sub sup tt u'],
]);

/** What would leave SVG or MathML, or is written otherwise than it is read there. */
const unusualInForeign: ReadonlySet<string> = new Set(
  'annotation-xml area b base basefont bgsound big blockquote body br center code col dd desc div dl dt em embed font frame h1 h2 h3 h4 h5 h6 head hr i iframe img input keygen li link listing malignmark menu meta mglyph nobr noembed noframes noscript ol p param plaintext pre ruby s script small source span strike strong style sub sup table template title track tt u ul var wbr xmp'.split(
    ' ',
  ),
);

interface Level {
  readonly element: Element;
  /** Bits of `Open`. */
  readonly open: number;
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
  if (goesToHead(body.children[0])) return false;
  const levels: Level[] = [{ element: body, open: 0, index: 0 }];
  for (let level = levels.at(-1); level !== undefined; level = levels.at(-1)) {
    const { element, open } = level;
    if (level.index === 0) joinTexts(element);
    const node = element.children[level.index++];
    if (node === undefined) {
      levels.pop();
    } else if (node.kind === 'element') {
      const within = openWithin(node, element, open);
      if (within === undefined) return false;
      if (node.children.length > 0) levels.push({ element: node, open: within, index: 0 });
    } else if (!isStableLeaf(node, element, level.index === 1)) {
      return false;
    }
  }
  return true;
}

/** What the parser would not leave in a body that begins with it. */
function goesToHead(first: ChildNode | undefined): boolean {
  if (first === undefined || first.kind === 'text') return false;
  return first.kind !== 'element' || /^(?:script|style|template)$/.test(first.name);
}

/** What is open inside an element, or undefined if the element might not stay where and what it is. */
function openWithin(element: Element, parent: Element, open: number): number | undefined {
  if (!element.attributes.every(isStableAttribute)) return undefined;
  if (element.namespace !== HTML_NAMESPACE) return openWithinForeign(element, parent, open);
  if (parent.namespace !== HTML_NAMESPACE && !isHtmlIntegrationPoint(parent)) return undefined;
  const { name } = element;
  const parentTraits = traits.get(parent.name) ?? 0;
  if (parentTraits & Trait.picksChildren && !includes(children.get(parent.name), name)) return undefined;
  const own = traits.get(name);
  if (own === undefined) return /^[a-z][\w:.-]*$/.test(name) ? open : undefined;
  if (own & Trait.unusual || (own & Trait.void && element.children.length > 0)) return undefined;
  if (own & Trait.picksParent && !includes(parents.get(name), parent.name)) return undefined;
  if (own & Trait.closesParagraph && open & Open.paragraph) return undefined;
  if (own & Trait.heading && parentTraits & Trait.heading) return undefined;
  if (own & Trait.rawText && !isStableRawText(element)) return undefined;
  const opened = opens(name);
  if (open & opened & ~Open.paragraph) return undefined;
  if (own & Trait.endsScope) return open & Open.form;
  const reaching = own & Trait.endsListScope ? open & ~(Open.listItem | Open.definition) : open;
  return name === 'table' || name === 'button' ? (reaching & ~Open.paragraph) | opened : reaching | opened;
}

function opens(name: string): number {
  switch (name) {
    case 'p':
      return Open.paragraph;
    case 'li':
      return Open.listItem;
    case 'dd':
    case 'dt':
      return Open.definition;
    case 'a':
      return Open.anchor;
    case 'nobr':
      return Open.nobr;
    case 'button':
      return Open.button;
    case 'form':
      return Open.form;
    default:
      return 0;
  }
}

function openWithinForeign(element: Element, parent: Element, open: number): number | undefined {
  if (parent.namespace === HTML_NAMESPACE || isHtmlIntegrationPoint(parent)) {
    if (element.name !== (element.namespace === SVG_NAMESPACE ? 'svg' : 'math')) return undefined;
    if ((traits.get(parent.name) ?? 0) & Trait.picksChildren) return undefined;
  } else if (element.namespace !== parent.namespace || /^m[inos]$|^mtext$/.test(parent.name)) {
    return undefined;
  }
  if (unusualInForeign.has(element.name.toLowerCase()) || !/^[a-zA-Z][\w:.-]*$/.test(element.name)) return undefined;
  return isHtmlIntegrationPoint(element) ? open & (Open.anchor | Open.nobr | Open.form) : open;
}

function isHtmlIntegrationPoint(element: Element): boolean {
  return element.namespace === SVG_NAMESPACE && element.name === 'foreignObject';
}

function isStableAttribute({ name, value }: Element['attributes'][number]): boolean {
  return /^[\w:@.#-]+$/.test(name) && !/[\r\0]|<\/body>/.test(value);
}

function isStableRawText(element: Element): boolean {
  return element.children.every((child) => child.kind === 'text' && !/<[/!]|&#x/i.test(child.value));
}

function isStableLeaf(node: ChildNode, parent: Element, isFirst: boolean): boolean {
  if (node.kind === 'comment') return !/[<>&\r\0]|^-|-$/.test(node.value);
  if (node.kind !== 'text' || /[\r\0]/.test(node.value)) return false;
  if (isFirst && parent.name === 'pre' && node.value.startsWith('\n')) return false;
  const picksChildren = (traits.get(parent.name) ?? 0) & Trait.picksChildren && parent.namespace === HTML_NAMESPACE;
  return !picksChildren || /^[\t\n\f ]*$/.test(node.value);
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

function includes(names: string | undefined, name: string): boolean {
  return names?.split(' ').includes(name) === true;
}

function traitsByName(lists: readonly (readonly [trait: number, names: string])[]): ReadonlyMap<string, number> {
  const byName = new Map<string, number>();
  for (const [trait, names] of lists) {
    for (const name of names.split(' ')) byName.set(name, (byName.get(name) ?? 0) | trait);
  }
  return byName;
}
