import { lineStartsOf } from '../util/lines.ts';
import type { OffsetRange } from '../util/range.ts';
import type { ContentType, PageAddress } from '../wiki/address.ts';
import { parseFrontmatter } from '../wiki/frontmatter.ts';
import { importPage } from '../wiki/importPage.ts';
import { addressOfFile, contentTypeOf, storedAddress } from '../wiki/pageFile.ts';
import type { WikiSettings } from '../wiki/settings.ts';
import { contentHtml } from './contentHtml.ts';
import type { FindSource } from './elementSources.ts';
import { readFrontmatter } from './frontmatter.ts';
import { attributeOf } from './html/attributes.ts';
import { buildDocument, type FinalDocument } from './html/document.ts';
import { ownString } from './ownString.ts';
import type { Definition, Heading, Image, Link, Page } from './page.ts';

/** What the file's text does not say of the file. */
export interface FileTraits {
  /** In bytes; matters where it is 0, and is taken from the text if not given. */
  readonly size?: number;
  /** Whether the file on disk starts with a byte order mark, which `text` is without. */
  readonly hasByteOrderMark?: boolean;
}

/** The facts that a page's content gives. */
type ContentFacts = Pick<Page, 'headings' | 'links' | 'images' | 'otherIds' | 'definitions'>;

const byteOrderMark = '\uFEFF';

/**
 * Everything that the engine knows of one file, worked out as Wiki.js would render it. Total: any text gives a page.
 *
 * @param file relative to the wiki's root, `/`-separated; one that is no page by its name is taken for Markdown
 * @param text without byte order mark; every range of the page is in its UTF-16 offsets
 */
export function analyzePage(file: string, text: string, settings: WikiSettings, traits: FileTraits = {}): Page {
  const { hasByteOrderMark = false, size = text.length + (hasByteOrderMark ? 3 : 0) } = traits;
  const contentType = contentTypeOf(file) ?? 'markdown';
  const address = storedAddress(addressOfFile(file, settings.site.locale));
  // Wiki.js does not take the mark away, so that it is the first character of the content.
  const wikiText = hasByteOrderMark ? byteOrderMark + text : text;
  const shift = wikiText.length - text.length;
  const { metadata, content, contentStart } = parseFrontmatter(wikiText, contentType);
  const imported = importPage(file, size, address, metadata, content);
  return {
    file,
    contentType,
    address,
    title: ownString(imported.title),
    description: ownString(imported.description),
    tags: imported.tags.map(ownString),
    importError: imported.error,
    frontmatter: readFrontmatter(text, contentType, hasByteOrderMark),
    contentStart: Math.max(0, contentStart - shift),
    ...contentFacts({ text, content, contentStart: contentStart - shift, contentType, address, settings }),
    lineStarts: lineStartsOf(text),
    hasByteOrderMark,
  };
}

const noFacts: ContentFacts = { headings: [], links: [], images: [], otherIds: [], definitions: [] };

/** A page's content, and what decides on how Wiki.js renders it. */
interface ContentSource {
  readonly text: string;
  readonly content: string;
  /** Where `content` begins in `text`; -1 if it begins with the byte order mark that `text` is without. */
  readonly contentStart: number;
  readonly contentType: ContentType;
  readonly address: PageAddress;
  readonly settings: WikiSettings;
}

function contentFacts({ text, content, contentStart, contentType, address, settings }: ContentSource): ContentFacts {
  if (contentType === 'asciidoc') return noFacts;
  try {
    const { html, findSource, definitions } = contentHtml(content, contentType, contentStart, settings.rendering);
    return {
      ...finalFacts(text, buildDocument(html, address, settings), findSource),
      definitions: definitions.map(
        ({ label, destination, range }): Definition => ({
          label: ownString(label),
          href: sliceOf(text, destination),
          hrefRange: destination,
          range,
        }),
      ),
    };
  } catch {
    // A page that breaks a library (its stack, an error of its own) is still a page: one without content.
    return noFacts;
  }
}

function finalFacts(text: string, page: FinalDocument, findSource: FindSource): Omit<ContentFacts, 'definitions'> {
  const headings = page.headings.map(({ id, slug, level, text: shown, origin }): Heading => {
    const { range, textRange } = findSource(origin, 'id');
    return { id: id && ownString(id), slug: ownString(slug), level, text: ownString(shown), range, textRange };
  });
  const links = page.links.map(({ url, href: finalHref, resolution, text: shown, origin }): Link => {
    const { form, range, value } = findSource(origin, 'href');
    return {
      form: form === 'generated' ? 'html' : form,
      href: value && sliceOf(text, value),
      url: url === undefined ? undefined : ownString(url),
      ...(resolution.resolved !== undefined && finalHref === undefined && { isHrefDeleted: true }),
      hrefRange: value ?? range,
      range,
      text: ownString(shown),
    };
  });
  const images: Image[] = [];
  for (const element of page.images) {
    if (element.origin === undefined) continue;
    const { form, range, value } = findSource(element.origin, 'src');
    if (form !== 'inline' && form !== 'reference' && form !== 'html') continue;
    const url = attributeOf(element, 'src');
    images.push({
      form,
      src: value && sliceOf(text, value),
      url: url === undefined ? undefined : ownString(url),
      srcRange: value ?? range,
      range,
      alt: ownString(attributeOf(element, 'alt') ?? ''),
    });
  }
  return { headings, links, images, otherIds: page.otherIds.map(({ id }) => ownString(id)) };
}

function sliceOf(text: string, { start, end }: OffsetRange): string {
  return ownString(text.slice(start, end));
}
