import type { ContentType } from './address.ts';
import { yamlScalar } from './yamlScalar.ts';

/** What a new page is made of. */
export interface NewPage {
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  /** When the page is made. */
  readonly now: Date;
  /** What follows the frontmatter. */
  readonly body: string;
}

const editors = { markdown: 'markdown', html: 'ckeditor' } as const;

/**
 * The text of a new file as Wiki.js would write it: the same keys in the same order, `key: ` where there is nothing to say.
 * Other than Wiki.js it puts a value in quotes where Wiki.js could not read it back. AsciiDoc pages have no frontmatter.
 * Rules reference (b).
 */
export function newPageText(page: NewPage, contentType: ContentType = 'markdown'): string {
  if (contentType === 'asciidoc') return page.body;
  const date = formatDate(page.now);
  const lines = [
    `title: ${yamlScalar(page.title)}`,
    `description: ${orNothing(page.description)}`,
    'published: true',
    `date: ${date}`,
    `tags: ${orNothing(page.tags.join(', '))}`,
    `editor: ${editors[contentType]}`,
    `dateCreated: ${date}`,
  ];
  const [open, close] = contentType === 'html' ? ['<!--', '-->'] : ['---', '---'];
  return [open, ...lines, close, '', page.body].join('\n');
}

function orNothing(text: string): string {
  return text === '' ? '' : yamlScalar(text);
}

/** A date as Wiki.js writes it: ISO 8601 in UTC, with milliseconds and `Z`. */
export function formatDate(date: Date): string {
  return date.toISOString();
}
