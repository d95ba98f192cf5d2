import type { Wiki } from '../index/wiki.ts';
import { type FindSource, htmlSources, markdownSources } from '../page/elementSources.ts';
import { normaliseContent } from '../page/fileOffsets.ts';
import { buildDocument, type FinalDocument } from '../page/html/document.ts';
import { markLinkStates } from '../page/html/links.ts';
import { escapeText, serializeBody } from '../page/html/serialize.ts';
import type { TocEntry } from '../page/html/toc.ts';
import { elementsIn } from '../page/html/tree.ts';
import { createMarkdown } from '../page/markdown/markdown.ts';
import { parseWithPositions } from '../page/markdown/positions.ts';
import { renderWithSourceMap } from '../page/markdown/sourceMap.ts';
import type { Page } from '../page/page.ts';
import { positionAt } from '../util/lines.ts';
import type { ContentType, PageAddress } from '../wiki/address.ts';
import type { RenderingSettings, WikiSettings } from '../wiki/settings.ts';
import { markSourceLines } from './sourceLines.ts';

/** A page's content, without frontmatter, and what of the wiki its rendering depends on. */
export interface RenderInput {
  readonly content: string;
  readonly contentType: ContentType;
  readonly address: PageAddress;
  readonly settings: Pick<WikiSettings, 'site' | 'rendering'>;
  pageExists(address: PageAddress): boolean;
}

/** What Wiki.js stores of a page. */
export interface RenderedPage {
  readonly html: string;
  readonly toc: readonly TocEntry[];
}

/**
 * The HTML and the table of contents that Wiki.js stores for a page; AsciiDoc is shown as its source. Never fails.
 * Rules reference (d), (e), (f).
 */
export function renderContent({ content, contentType, address, settings, pageExists }: RenderInput): RenderedPage {
  if (contentType === 'asciidoc') return asciidocSource(content);
  const html = contentType === 'html' ? content : markdownFor(settings.rendering).render(content, {});
  return finished(buildDocument(html, address, settings), pageExists);
}

export interface RenderOptions {
  /** Sanitise even if the wiki's settings turn that off. */
  readonly sanitize?: boolean;
}

/**
 * As `renderContent`, for a viewer: elements have the line of the source that they begin at, zero-based, as `data-line`.
 *
 * @param text the text of the page's file, which the page was analysed from
 */
export function renderPage(page: Page, text: string, wiki: Wiki, options: RenderOptions = {}): RenderedPage {
  const { site } = wiki.settings;
  const content = text.slice(page.contentStart);
  if (page.contentType === 'asciidoc') return asciidocSource(content);
  const rendering = options.sanitize ? sanitizing(wiki.settings.rendering) : wiki.settings.rendering;
  const { html, findSource } = htmlOf(page, content, wiki.settings.rendering);
  const final = buildDocument(html, page.address, { site, rendering });
  markSourceLines(final.document, (origin) => positionAt(page.lineStarts, findSource(origin, 'id').range.start).line);
  return finished(final, (address) => wiki.pageAt(address) !== undefined);
}

/** The HTML that goes into Wiki.js's HTML steps, and the way from it back to the file. */
function htmlOf(
  { contentType, contentStart }: Page,
  content: string,
  rendering: RenderingSettings,
): { readonly html: string; readonly findSource: FindSource } {
  if (contentType === 'html') return { html: content, findSource: htmlSources(content, contentStart) };
  const markdown = markdownFor(rendering);
  const normalised = normaliseContent(content, contentStart);
  const env = {};
  const { tokens, positions } = parseWithPositions(markdown, normalised.text, env);
  const { html, sourceMap } = renderWithSourceMap(markdown, tokens, env, positions);
  return { html, findSource: markdownSources(html, sourceMap, normalised) };
}

function finished(final: FinalDocument, pageExists: (address: PageAddress) => boolean): RenderedPage {
  markLinkStates(elementsIn(final.document), final.linkStates, pageExists);
  return { html: serializeBody(final.document).html, toc: final.toc };
}

function asciidocSource(content: string): RenderedPage {
  const note = 'This is the source: Wiki.js renders AsciiDoc with a processor of its own.';
  return { html: `<p>${note}</p>\n<pre v-pre="true">${escapeText(content)}</pre>\n`, toc: [] };
}

function sanitizing(rendering: RenderingSettings): RenderingSettings {
  return { ...rendering, htmlSecurity: { ...rendering.htmlSecurity, enabled: true, safeHTML: true } };
}

const parsers = new WeakMap<RenderingSettings, ReturnType<typeof createMarkdown>>();

/** The parser for these settings, made once. */
function markdownFor(rendering: RenderingSettings): ReturnType<typeof createMarkdown> {
  const known = parsers.get(rendering);
  if (known !== undefined) return known;
  const markdown = createMarkdown(rendering);
  parsers.set(rendering, markdown);
  return markdown;
}
