import type { Page } from '../page/page.ts';
import { urlOfAddress } from '../wiki/pageUrl.ts';
import { backlinksInWords, pagesLinkingTo } from './backlinks.ts';
import type { PageContext } from './context.ts';
import { excerptOf } from './excerpt.ts';
import { code, plain } from './markdownText.ts';

/** What a person wants to know of a page before going there, in paragraphs of Markdown. */
export async function describePage(
  { wiki, documents, files }: PageContext,
  page: Page,
  fragment: string | undefined,
): Promise<string[]> {
  const heading = fragment === undefined ? undefined : page.headings.find(({ id }) => id === fragment);
  const text = await files.textOf(page.file);
  const start = heading === undefined ? page.contentStart : heading.range.end;
  const excerpt = text === undefined ? '' : excerptOf(text.slice(start), page.contentType, wiki.settings.rendering);
  return [
    `**${plain(page.title)}** · ${code(urlOfAddress(page.address, wiki.settings.site))}`,
    plain(page.description),
    heading === undefined ? '' : `**${plain(heading.text)}**`,
    excerpt === '' ? '' : `> ${plain(excerpt)}`,
    [publishing(page), backlinksInWords(pagesLinkingTo(wiki, page).length), tags(page)]
      .filter((part) => part !== '')
      .join(' · '),
    `[${plain(page.file)}](${documents.uriOf(page.file)})`,
  ].filter((paragraph) => paragraph !== '');
}

/** What an import makes of it: Wiki.js reads `isPublished`, and writes `published` without reading it (rules reference (b)). */
function publishing({ frontmatter }: Page): string {
  if (frontmatter.state !== 'read') return 'Published';
  const written = (key: string) => frontmatter.entries.findLast((entry) => entry.key === key)?.value;
  if (written('isPublished') === false) return '**Not published**';
  const isHeldBack = written('published') === false || written('published') === 0;
  return isHeldBack ? 'Published, since Wiki.js ignores `published` on import' : 'Published';
}

function tags(page: Page): string {
  const names = page.tags.filter((tag) => tag !== '');
  return names.length === 0 ? '' : names.map(code).join(' ');
}
