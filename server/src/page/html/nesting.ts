import { type Element, HTML_NAMESPACE, SVG_NAMESPACE } from './tree.ts';

/** What is open where a start tag stands, as bits: each makes the parser treat some start tags as the end of it. */
const Open = { paragraph: 1, listItem: 2, definition: 4, anchor: 8, nobr: 16, button: 32, form: 64 } as const;

/** Nothing is open: directly in the body. */
export const nothingOpen = 0;

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
} as const;

/** The elements that alone may stand in one of these. */
const children: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['table', words('caption colgroup thead tbody tfoot')],
  ['colgroup', words('col')],
  ['thead', words('tr')],
  ['tbody', words('tr')],
  ['tfoot', words('tr')],
  ['tr', words('td th')],
]);
/** The elements that one of these alone may stand in. */
const parents: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['caption', words('table')],
  ['colgroup', words('table')],
  ['thead', words('table')],
  ['tbody', words('table')],
  ['tfoot', words('table')],
  ['col', words('colgroup')],
  ['tr', words('thead tbody tfoot')],
  ['td', words('tr')],
  ['th', words('tr')],
  ['rb', words('ruby')],
  ['rt', words('ruby')],
  ['rp', words('ruby')],
  ['rtc', words('ruby')],
]);
const opens: ReadonlyMap<string, number> = new Map([
  ['p', Open.paragraph],
  ['li', Open.listItem],
  ['dd', Open.definition],
  ['dt', Open.definition],
  ['a', Open.anchor],
  ['nobr', Open.nobr],
  ['button', Open.button],
  ['form', Open.form],
]);

interface NameRules {
  readonly traits: number;
  readonly opens: number;
  readonly children: ReadonlySet<string> | undefined;
  readonly parents: ReadonlySet<string> | undefined;
}

const rulesByName = rulesOfNames([
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
  [0, [...children.keys(), ...parents.keys()].join(' ')],
  [0, 'a abbr b big button cite code del em font i ins kbd mark nobr q s small span strike strong sub sup tt u'],
]);

/** What would leave SVG or MathML, or is written otherwise than it is read there. */
const unusualInForeign = words(
  'annotation-xml area b base basefont bgsound big blockquote body br center code col dd desc div dl dt em embed font frame h1 h2 h3 h4 h5 h6 head hr i iframe img input keygen li link listing malignmark menu meta mglyph nobr noembed noframes noscript ol p param plaintext pre ruby s script small source span strike strong style sub sup table template title track tt u ul var wbr xmp',
);

/**
 * What is open inside an element of this name in this parent, where `open` is open around it; undefined if a parser that
 * comes to its start tag there might put it elsewhere, make something else of it, or end something before it.
 */
export function openInside(name: string, namespace: string, parent: Element, open: number): number | undefined {
  if (namespace !== HTML_NAMESPACE) return openInsideForeign(name, namespace, parent, open);
  const isInHtml = parent.namespace === HTML_NAMESPACE;
  if (!isInHtml && !isHtmlIntegrationPoint(parent)) return undefined;
  const parentRules = isInHtml ? rulesByName.get(parent.name) : undefined;
  if (parentRules?.children?.has(name) === false) return undefined;
  const own = rulesByName.get(name);
  if (own === undefined) return plainName.test(name) ? open : undefined;
  const { traits } = own;
  if (traits & Trait.unusual || own.parents?.has(parent.name) === false) return undefined;
  if (traits & Trait.closesParagraph && open & Open.paragraph) return undefined;
  if (traits & Trait.heading && parentRules !== undefined && parentRules.traits & Trait.heading) return undefined;
  if (open & own.opens & ~Open.paragraph) return undefined;
  if (traits & Trait.endsScope) return open & Open.form;
  const reaching = traits & Trait.endsListScope ? open & ~(Open.listItem | Open.definition) : open;
  return name === 'table' || name === 'button' ? (reaching & ~Open.paragraph) | own.opens : reaching | own.opens;
}

const plainName = /^[a-z][\w:.-]*$/;

function openInsideForeign(name: string, namespace: string, parent: Element, open: number): number | undefined {
  if (parent.namespace === HTML_NAMESPACE || isHtmlIntegrationPoint(parent)) {
    if (name !== (namespace === SVG_NAMESPACE ? 'svg' : 'math') || picksChildren(parent)) return undefined;
  } else if (namespace !== parent.namespace || /^m[inos]$|^mtext$/.test(parent.name)) {
    return undefined;
  }
  if (unusualInForeign.has(name.toLowerCase()) || !/^[a-zA-Z][\w:.-]*$/.test(name)) return undefined;
  return isHtmlIntegration(name, namespace) ? open & (Open.anchor | Open.nobr | Open.form) : open;
}

/** Whether an element of SVG holds HTML. */
export function isHtmlIntegrationPoint(element: Element): boolean {
  return isHtmlIntegration(element.name, element.namespace);
}

function isHtmlIntegration(name: string, namespace: string): boolean {
  return namespace === SVG_NAMESPACE && name === 'foreignObject';
}

/** Whether only some elements may stand in an element of HTML, and no text but white space. */
export function picksChildren({ name, namespace }: Element): boolean {
  return namespace === HTML_NAMESPACE && children.has(name);
}

/** Whether an element of HTML with this name has no content. */
export function isVoid(name: string): boolean {
  return ((rulesByName.get(name)?.traits ?? 0) & Trait.void) !== 0;
}

/** Whether an element of HTML with this name, if it has its place by `openInside`, holds text that is not read as HTML. */
export function isRawText(name: string): boolean {
  return ((rulesByName.get(name)?.traits ?? 0) & Trait.rawText) !== 0;
}

function rulesOfNames(lists: readonly (readonly [trait: number, names: string])[]): ReadonlyMap<string, NameRules> {
  const traits = new Map<string, number>();
  for (const [trait, names] of lists) {
    for (const name of words(names)) traits.set(name, (traits.get(name) ?? 0) | trait);
  }
  return new Map(
    [...traits].map(([name, bits]) => [
      name,
      { traits: bits, opens: opens.get(name) ?? 0, children: children.get(name), parents: parents.get(name) },
    ]),
  );
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
