import { BoundedCache } from '../../util/boundedCache.ts';
import { ownString } from '../ownString.ts';
import { hasClass } from './attributes.ts';
import { guardInterpolation } from './interpolation.ts';
import { readPlainDocument } from './plainHtml.ts';
import { createRemovalLog } from './removedHtml.ts';
import { sanitize } from './sanitize.ts';
import { serialize } from './serialize.ts';
import { isStable } from './stability.ts';
import {
  bodyOf,
  type ChildNode,
  type Element,
  elementsAmong,
  HTML_NAMESPACE,
  MATHML_NAMESPACE,
  type SettledFormula,
  SVG_NAMESPACE,
  textOf,
} from './tree.ts';

/** What KaTeX makes formulas of, and Wiki.js's steps but the sanitiser leave alone; nothing around has a say in it. */
const usualElements: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [HTML_NAMESPACE, words('span')],
  [SVG_NAMESPACE, words('svg path line')],
  [
    MATHML_NAMESPACE,
    words(
      'math semantics annotation menclose mfrac mi mn mo mover mpadded mphantom mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover',
    ),
  ],
]);

/** What Wiki.js's steps, or ours, read off elements wherever they stand. */
const telling = /^(?:id|name|is|allow|v-pre|data-.*)$/;

/** Longer ones are rare, and would take the place of many others. */
const longest = 100_000;

const settled = new BoundedCache<SettledFormula>(4_000_000, ({ sanitized, text }) => sanitized.length + text.length);

/**
 * What Wiki.js's steps make of what is in a formula, worked out once: it follows from the HTML alone, whatever the page around
 * and the settings, if the sanitiser is on. Undefined where that is not sure.
 *
 * @param html a `span` with all that is in it
 */
export function settledFormula(html: string): SettledFormula | undefined {
  if (html.length > longest) return undefined;
  return settled.get(html, () => ({ value: settle(html), mayBeKept: true }), ownString);
}

function settle(html: string): SettledFormula | undefined {
  const paragraph = '<p>';
  const document = readPlainDocument(`${paragraph}${html}</p>`);
  const body = document && bodyOf(document);
  const formula = body && onlyElement(onlyElement(body.children)?.children);
  if (body === undefined || formula?.origin?.end !== paragraph.length + html.length) return undefined;
  const elements = elementsAmong(formula.children);
  if (!elements.every(isUsual) || !isStable(body)) return undefined;
  const text = textOf(formula);
  const log = createRemovalLog();
  sanitize(body, { allowDrawIoUnsafe: false, allowIFrames: false, log });
  guardInterpolation(elementsAmong(body.children));
  const sanitized = serialize(formula.children).html;
  const isSure = log.removals.length === 0 && isStable(body) && !/v-pre|&#/.test(sanitized);
  if (!isSure || text.trim() === '' || textOf(formula) !== text) return undefined;
  return { sanitized: ownString(sanitized), text: ownString(text) };
}

function onlyElement(nodes: readonly ChildNode[] | undefined): Element | undefined {
  const [first] = nodes ?? [];
  return nodes?.length === 1 && first?.kind === 'element' ? first : undefined;
}

function isUsual(element: Element): boolean {
  if (usualElements.get(element.namespace)?.has(element.name) !== true || hasClass(element, 'toc-anchor')) return false;
  return element.attributes.every(({ name }) => !telling.test(name));
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
