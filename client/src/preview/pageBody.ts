import type { Notice, PageDescription, TocEntry } from '../../../server/src/protocol.ts';
import { escapeHtml } from './escapeHtml.ts';
import { languageAttributes } from './language.ts';

/** The words of the preview's own parts, in the user's language. */
export interface PageBodyStrings {
  /** Of the link that leads over all else to the page. */
  readonly skip: string;
  /** Of what stands beside the page. */
  readonly about: string;
  readonly contents: string;
  readonly tags: string;
  readonly notices: string;
  /** Of the button that leads to a line of the source, counted from one; undefined where no button works. */
  readonly goToLine: ((line: number) => string) | undefined;
  /** What to call an image that cannot be loaded. */
  readonly failedImage: string;
}

/**
/**
 * The preview's body as Wiki.js lays a page out: notices, header, table of contents and tags, and the page itself. Every
 * text is escaped. Its parts are always there, hidden where they are empty: so an update never has to move the page.
 *
 * @param files URL under which the wiki's files are served, by which those that fail are named
 * @param contents the page's own HTML, taken as it is
 */
export function pageBody(page: PageDescription, strings: PageBodyStrings, files = '', contents = ''): string {
  const language = languageAttributes(page.locale);
  return `<div class="aux-page" data-label="${escapeHtml(strings.failedImage)}" data-files="${escapeHtml(files)}">
<a class="aux-skip" href="#aux-contents">${escapeHtml(strings.skip)}</a>
${notices(page, strings)}${header(page, language)}<div class="aux-columns"${language}>
${side(page, strings)}<main class="contents" id="aux-contents" tabindex="-1">${contents}</main></div></div>`;
}

function notices(page: PageDescription, strings: PageBodyStrings): string {
  const items = page.notices.map((notice) => `<li>${escapeHtml(notice.message)}${placeButton(notice, strings)}</li>`);
  const label = escapeHtml(strings.notices);
  return `<section class="aux-notices" aria-label="${label}"${hiddenIf(items.length === 0)}><ul>${items.join('')}</ul></section>`;
}

function placeButton({ line }: Notice, { goToLine }: PageBodyStrings): string {
  if (line === undefined || goToLine === undefined) return '';
  return ` <button type="button" class="aux-place" data-to-line="${line}">${escapeHtml(goToLine(line + 1))}</button>`;
}

function header(page: PageDescription, language: string): string {
  const path = [page.locale, ...page.path.split('/')].map((segment) => `<span>${escapeHtml(segment)}</span>`);
  return `<header class="aux-header"${language}><p class="aux-path">${path.join('<span aria-hidden="true"> / </span>')}</p>
<h1 class="aux-title" tabindex="-1">${escapeHtml(page.title)}</h1>
<p class="aux-description"${hiddenIf(page.description === '')}>${escapeHtml(page.description)}</p></header>`;
}

function side(page: PageDescription, strings: PageBodyStrings): string {
  const isEmpty = page.toc.length === 0 && page.tags.length === 0;
  return `<aside class="aux-side" aria-label="${escapeHtml(strings.about)}"${hiddenIf(isEmpty)}>${tableOfContents(page, strings)}${tags(page, strings)}</aside>`;
}

function tableOfContents({ toc }: PageDescription, strings: PageBodyStrings): string {
  const label = escapeHtml(strings.contents);
  // Wiki.js shows two levels and no more (rules reference (e)).
  const list = tocList(toc, 2);
  return `<nav class="aux-toc" aria-label="${label}"${hiddenIf(list === '')}>
<details open><summary>${label}</summary>${list}</details></nav>`;
}

function tocList(entries: readonly TocEntry[], levels: number): string {
  if (entries.length === 0 || levels === 0) return '';
  const item = ({ title, anchor, children }: TocEntry) =>
    `<li><a href="${escapeHtml(anchor ?? '#')}">${escapeHtml(title)}</a>${tocList(children, levels - 1)}</li>`;
  return `<ul>${entries.map(item).join('')}</ul>`;
}

function tags(page: PageDescription, strings: PageBodyStrings): string {
  const items = page.tags.map((tag) => `<li>${escapeHtml(tag)}</li>`).join('');
  const label = escapeHtml(strings.tags);
  return `<section class="aux-tags" aria-label="${label}"${hiddenIf(items === '')}><ul>${items}</ul></section>`;
}

function hiddenIf(isHidden: boolean): string {
  return isHidden ? ' hidden' : '';
}
