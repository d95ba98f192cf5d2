import type { Wiki } from '../index/wiki.ts';
import type { FrontmatterEntry } from '../page/frontmatter.ts';
import type { Page } from '../page/page.ts';
import type { OffsetRange } from '../util/range.ts';

/** A tag as it stands in a page's frontmatter. */
export interface TagPlace {
  /** As Wiki.js keeps it: trimmed, in lower case (rules reference (i)). */
  readonly tag: string;
  readonly range: OffsetRange;
}

/** The tags of a page with their places; where escapes hide them, all of them stand at the whole value. */
export function tagPlaces(page: Page): TagPlace[] {
  if (page.tags.length === 0 || page.frontmatter.state !== 'read') return [];
  const entry = page.frontmatter.entries.findLast(({ key }) => key === 'tags');
  if (entry === undefined || typeof entry.value !== 'string') return [];
  const { valueRange } = entry;
  let start = startOfText(entry, entry.value);
  return entry.value.split(', ').map((written) => {
    const tag = written.trim();
    const from = start === undefined ? undefined : start + written.indexOf(tag);
    if (start !== undefined) start += written.length + ', '.length;
    const range = from === undefined ? valueRange : { start: from, end: from + tag.length };
    return { tag: tag.toLowerCase(), range };
  });
}

/** Where the value begins if it is written letter for letter, in quotes or without. */
function startOfText({ valueRange }: FrontmatterEntry, value: string): number | undefined {
  const quotes = valueRange.end - valueRange.start - value.length;
  return quotes === 0 || quotes === 2 ? valueRange.start + quotes / 2 : undefined;
}

/** The pages that have a tag. */
export function pagesWithTag(wiki: Wiki, tag: string): Page[] {
  return [...wiki.pages()].filter((page) => page.tags.includes(tag));
}
