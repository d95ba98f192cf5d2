import { markdownFor } from '../../page/contentHtml.ts';
import { readFrontmatter } from '../../page/frontmatter.ts';
import { buildDocument } from '../../page/html/document.ts';
import { serializeBody } from '../../page/html/serialize.ts';
import { parseFrontmatter } from '../../wiki/frontmatter.ts';
import type { FixContext } from '../rule.ts';

/**
 * Tells whether another text of a page has the same frontmatter, to Wiki.js and to a person, and gives the same page on the
 * site, but for comments of ours and for white space between elements. What the page gives now is worked out once.
 */
export function sameRendering(context: FixContext): (text: string) => boolean {
  let before: string | undefined;
  return (text) => {
    before ??= rendered(context.text, context);
    return rendered(text, context) === before;
  };
}

function rendered(text: string, context: FixContext): string {
  const { contentType, hasByteOrderMark } = context.page;
  const { metadata, content } = parseFrontmatter(text, contentType);
  const { state } = readFrontmatter(text, contentType, hasByteOrderMark);
  return JSON.stringify([state, metadata, htmlOf(content, context)]);
}

function htmlOf(content: string, { page: { renderedAs, address }, wiki: { settings } }: FixContext): string {
  if (renderedAs === 'asciidoc') return content.replace(/^\/\/ aux-wiki-.*$/gm, '').trim();
  const html = renderedAs === 'html' ? content : markdownFor(settings.rendering).render(content, {});
  return serializeBody(buildDocument(html, address, settings).document)
    .html.replace(/<!-- aux-wiki-[^>]*-->/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?(<[^>]*>) ?/g, '$1')
    .replaceAll('<div></div>', '')
    .trim();
}
