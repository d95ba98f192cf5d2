import type { PlainReader } from './plainTags.ts';
import { type Element, HTML_NAMESPACE, type SettledFormula } from './tree.ts';

/** Reads all of an element whose start tag was read last, if it is a formula and settled; gives whether it has. */
export type FormulaReader = (element: Element, reader: PlainReader) => boolean;

const SLASH = 47;
const LESS_THAN = 60;
const endTag = '</span>';

/** @param settle what becomes of a formula's HTML, where that is known */
export function createFormulaReader(settle: (html: string) => SettledFormula | undefined): FormulaReader {
  /** Up to where it is known that nothing is: so no stretch is looked at twice, however deep formulas stand in each other. */
  let passed = 0;
  return (element, reader) => {
    const { origin } = element;
    if (!isFormula(element) || origin === undefined || origin.start < passed) return false;
    const { html, at } = reader;
    const end = endOfSpan(html, at);
    passed = end ?? html.length;
    const formula = end === undefined ? undefined : settle(html.slice(origin.start, end));
    if (formula === undefined) return false;
    origin.end = passed;
    origin.endTagStart = passed - endTag.length;
    element.children = [{ kind: 'formula', html: html.slice(at, origin.endTagStart), ...formula, parent: element }];
    reader.at = passed;
    return true;
  };
}

/** What KaTeX puts formulas into. */
function isFormula({ name, namespace, attributes, parent }: Element): boolean {
  if (name !== 'span' || attributes.length !== 1 || namespace !== HTML_NAMESPACE) return false;
  const [{ name: attribute, value } = { name: '', value: '' }] = attributes;
  const isOfKatex = value === 'katex' || value === 'katex-display';
  return attribute === 'class' && isOfKatex && parent?.kind === 'element' && parent.namespace === HTML_NAMESPACE;
}

/** Where the end tag of a `span` ends in HTML that is as orderly as KaTeX's; undefined if there is none. */
function endOfSpan(html: string, contentStart: number): number | undefined {
  let depth = 1;
  for (let at = html.indexOf('span', contentStart); at >= 0; at = html.indexOf('span', at + 4)) {
    const before = html.charCodeAt(at - 1);
    if (before === LESS_THAN) depth++;
    else if (before === SLASH && html.startsWith(endTag, at - 2) && --depth === 0) return at - 2 + endTag.length;
  }
  return undefined;
}
