import assert from 'node:assert/strict';
import { parseFragment } from 'parse5';
import type { Hazard } from '../../server/src/page/hazard.ts';
import { createMarkdown } from '../../server/src/page/markdown/markdown.ts';
import type { Page } from '../../server/src/page/page.ts';
import type { OffsetRange } from '../../server/src/util/range.ts';
import { defaultRendering } from '../../server/src/wiki/renderingModules.ts';

/**
 * What holds for the facts of every page of any text: ranges lie in the text, a written destination is exactly what its
 * range cuts out, and the URL follows from it by the rules of its form.
 *
 * @returns how many links, images and definitions were looked at
 */
export function assertSoundFacts(page: Page, text: string): number {
  const cut = ({ start, end }: OffsetRange): string => {
    assert.ok(0 <= start && start <= end && end <= text.length, `${page.file}: ${start}–${end} of ${text.length}`);
    return text.slice(start, end);
  };
  for (const { form, href, hrefRange, url, range } of page.links) {
    const construct = cut(range);
    assert.match(construct, constructs[form], `${page.file}: ${form} link to ${url}`);
    const written = cut(hrefRange);
    if (form === 'footnote' || url === undefined || isDrawing(construct)) continue;
    assert.equal(written, href, `${page.file}: link to ${url}`);
    assert.ok(urlsOf(form, written).includes(url), `${page.file}: ${url} is not what ${written} gives`);
  }
  for (const { form, src, srcRange, url, range } of page.images) {
    assert.match(cut(range), form === 'html' ? /^<ima?ge?/i : /^!\[.*[)\]]$/s, `${page.file}: image of ${url}`);
    if (url !== undefined) assert.equal(cut(srcRange), src, `${page.file}: image of ${url}`);
  }
  for (const { src, srcRange, url } of page.media)
    assert.equal(cut(srcRange), src, `${page.file}: film or sound of ${url}`);
  for (const { range, textRange } of page.headings) {
    assert.match(cut(range), /^(?:#|<h[1-6])|[=-][ \t]*$/i, `${page.file}: heading`);
    cut(textRange);
    assert.ok(range.start <= textRange.start && textRange.end <= range.end);
  }
  for (const { href, hrefRange, range } of page.definitions) {
    assert.equal(cut(hrefRange), href);
    assert.match(cut(range), /^\[.*\]:/s);
  }
  for (const { kind, range } of page.hazards) {
    assert.match(cut(range), hazards[kind], `${page.file}: ${kind}`);
  }
  assert.ok(0 <= page.contentStart && page.contentStart <= text.length);
  return page.links.length + page.images.length + page.definitions.length;
}

/** Links within a drawing cannot be read in the source. */
function isDrawing(construct: string): boolean {
  return construct.startsWith('```');
}

/** What is written at the place of each hazard. */
const hazards: Readonly<Record<Hazard['kind'], RegExp>> = {
  'braces-eaten': /^\{.*\}$/s,
  'attributes-detached': /^\{.*\}$/s,
  'attributes-as-text': /^\{\..*\}$/,
  'class-misplaced': /^\{.*\}$/s,
  'class-unknown': /^\{.*\}$/s,
  'attribute-ignored': /^\{.*\}$/s,
  'fence-attributes': /^\{.*\}$/,
  'maths-by-accident': /^\$.*\$$/s,
  'maths-error': /\$/,
  'maths-unclosed': /^\$\$/,
  'mermaid-unknown': /^(?:```|~~~)/,
  unsupported: /^(?:==.*==$|\[|:::|!!!|\?\?\?)/,
  'footnote-undefined': /^\[\^.*\]$/,
  'footnote-unused': /^\[\^.*\]$/,
  'footnote-overridden': /^\[\^.*\]$/,
  'html-removed': /^<.*>$/s,
  'tabset-intro': /./,
  'tabset-hidden-end': /./,
  'tabset-footnotes': /./,
  'tabset-rule': /./,
  'tabset-too-deep': /./,
  'tabset-without-tabs': /./,
};

const constructs = {
  inline: /^\[.*\)$/s,
  reference: /^\[.*\]$/s,
  autolink: /^<.*>$/s,
  linkified: /^[^\s<]+$/,
  html: /^(?:<a[\s/>]|```)/i,
  footnote: /^(?:\[\^|\^\[).*\]$/s,
};

const md = createMarkdown(defaultRendering);

/** The URLs that a destination may mean; linkified text may have lost a scheme, escapes and entities. */
function urlsOf(form: keyof typeof constructs, written: string): string[] {
  if (form === 'html') return [parsedHref(written, '"'), parsedHref(written, "'")].flatMap((url) => url ?? []);
  const text = written.replace(/\0/g, '\uFFFD');
  const meant = form === 'autolink' ? [text] : [md.utils.unescapeAll(text)];
  if (form === 'linkified') meant.push(text);
  return meant.flatMap((url) => [url, `mailto:${url}`, `http://${url}`]).map((url) => md.normalizeLink(url));
}

function parsedHref(written: string, quote: string): string | undefined {
  const [element] = parseFragment(`<a href=${quote}${written}${quote}>`).childNodes;
  return element && 'attrs' in element ? element.attrs[0]?.value : undefined;
}
