import type { PageAddress } from '../wiki/address.ts';
import type { RenderingSettings, SiteSettings } from '../wiki/settings.ts';
import { type ContentHtml, contentHtml } from './contentHtml.ts';
import { buildDocument, type FinalDocument } from './html/document.ts';

/** A page's content, and all that decides on what Wiki.js makes of it, but for which other pages exist. */
export interface FinalPageInput {
  readonly content: string;
  readonly contentType: 'markdown' | 'html';
  /** Where the content begins in the file's text; -1 for content with the byte order mark that the text is without. */
  readonly contentStart: number;
  readonly address: PageAddress;
  readonly site: SiteSettings;
  readonly rendering: RenderingSettings;
}

/** A page after all of Wiki.js's steps, and the ways back to its source. */
export interface FinalPage extends Omit<ContentHtml, 'html'> {
  readonly final: FinalDocument;
}

let last: { readonly input: FinalPageInput; readonly page: FinalPage } | undefined;

/**
 * Works out a page for its facts, and keeps it until the next one: what has just been analysed is often rendered next. The
 * tree must not be changed.
 */
export function finalPageToRead(input: FinalPageInput): FinalPage {
  last = undefined;
  const page = build(input);
  last = { input, page };
  return page;
}

/** Works out a page, or takes it over from `finalPageToRead`; the tree belongs to the caller, who may change it. */
export function takeFinalPage(input: FinalPageInput): FinalPage {
  if (last === undefined || !isSame(input, last.input)) return build(input);
  const { page } = last;
  last = undefined;
  return page;
}

function build({ content, contentType, contentStart, address, site, rendering }: FinalPageInput): FinalPage {
  const { html, ...sources } = contentHtml(content, contentType, contentStart, rendering);
  return { ...sources, final: buildDocument(html, address, { site, rendering }) };
}

function isSame(a: FinalPageInput, b: FinalPageInput): boolean {
  return (
    a.rendering === b.rendering &&
    a.site === b.site &&
    a.address.locale === b.address.locale &&
    a.address.path === b.address.path &&
    a.contentType === b.contentType &&
    a.contentStart === b.contentStart &&
    a.content === b.content
  );
}
