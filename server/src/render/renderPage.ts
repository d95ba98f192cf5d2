import type { Wiki } from '../index/wiki.ts';
import { markdownFor } from '../page/contentHtml.ts';
import { takeFinalPage } from '../page/finalPage.ts';
import { buildDocument, type FinalDocument } from '../page/html/document.ts';
import { markLinkStates } from '../page/html/links.ts';
import { escapeText, htmlOfBody } from '../page/html/serialize.ts';
import type { TocEntry } from '../page/html/toc.ts';
import type { Page } from '../page/page.ts';
import { positionAt } from '../util/lines.ts';
import type { ContentType, PageAddress } from '../wiki/address.ts';
import type { RenderingSettings, WikiSettings } from '../wiki/settings.ts';
import { type PageBlock, pageBlocks } from './pageBlocks.ts';
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
  const final = buildDocument(html, address, settings);
  markLinkStates(final.elements, final.linkStates, pageExists);
  return whole(final);
}

export interface RenderOptions {
  /** Sanitise even if the wiki's settings turn that off, and leave no frame. */
  readonly sanitize?: boolean;
  /** Give elements the line of the source that they begin at, zero-based, as `data-line`. */
  readonly sourceLines?: boolean;
}

/**
 * The same for a page of a wiki, with what a viewer needs beyond it if the options ask for that.
 *
 * @param text the text of the page's file, which the page was analysed from
 */
export function renderPage(page: Page, text: string, wiki: Wiki, options: RenderOptions = {}): RenderedPage {
  if (page.renderedAs === 'asciidoc') return asciidocSource(text.slice(page.contentStart));
  return whole(finalDocument(page, page.renderedAs, text, wiki, options));
}

/** The same page in blocks, with the lines of its source. */
export function renderPageInBlocks(
  page: Page,
  text: string,
  wiki: Wiki,
  options: Pick<RenderOptions, 'sanitize'>,
): { readonly blocks: readonly PageBlock[]; readonly toc: readonly TocEntry[] } {
  if (page.renderedAs === 'asciidoc') {
    return { blocks: [{ html: asciidocSource(text.slice(page.contentStart)).html, lines: [] }], toc: [] };
  }
  const final = finalDocument(page, page.renderedAs, text, wiki, { ...options, sourceLines: true });
  return { blocks: pageBlocks(final.document, final.elements), toc: final.toc };
}

function finalDocument(
  { contentStart, address, lineStarts }: Page,
  contentType: 'markdown' | 'html',
  text: string,
  wiki: Wiki,
  options: RenderOptions,
): FinalDocument {
  const { site, rendering } = wiki.settings;
  const { final, findBlockStart } = takeFinalPage({
    content: text.slice(contentStart),
    contentType,
    contentStart,
    address,
    site,
    rendering: options.sanitize ? sanitizing(rendering) : rendering,
  });
  if (options.sourceLines) {
    markSourceLines(final.elements, (origin) => {
      const start = findBlockStart(origin);
      return start === undefined ? undefined : positionAt(lineStarts, start).line;
    });
  }
  markLinkStates(final.elements, final.linkStates, (target) => wiki.pageAt(target) !== undefined);
  return final;
}

function whole({ document, toc }: FinalDocument): RenderedPage {
  return { html: htmlOfBody(document), toc };
}

function asciidocSource(content: string): RenderedPage {
  const note = 'This is the source: Wiki.js renders AsciiDoc with a processor of its own.';
  return { html: `<p>${note}</p>\n<pre v-pre="true">${escapeText(content)}</pre>\n`, toc: [] };
}

const sanitizingSettings = new WeakMap<RenderingSettings, RenderingSettings>();

/** The settings with a sanitiser that is on and lets no frames through: the same ones where that is so anyway. */
function sanitizing(rendering: RenderingSettings): RenderingSettings {
  const { htmlSecurity } = rendering;
  const isOn = htmlSecurity?.enabled !== false && htmlSecurity?.safeHTML !== false;
  if (isOn && htmlSecurity?.allowIFrames !== true) return rendering;
  const known = sanitizingSettings.get(rendering);
  if (known !== undefined) return known;
  const security = { ...htmlSecurity, enabled: true, safeHTML: true, allowIFrames: false };
  const changed = { ...rendering, htmlSecurity: security };
  sanitizingSettings.set(rendering, changed);
  return changed;
}
