import { suggestedTitle } from '../edits/pageTitle.ts';
import type { Page } from '../page/page.ts';
import type { ContentType } from '../wiki/address.ts';
import { formatDate } from '../wiki/newPage.ts';
import { yamlScalar } from '../wiki/yamlScalar.ts';

/** What Wiki.js does with a key of the frontmatter (rules reference (b)). */
export interface FrontmatterKey {
  readonly key: string;
  /** In Markdown. */
  readonly documentation: string;
  /** The values that make sense, if they can be listed. */
  readonly values?: (input: ValueInput) => readonly string[];
}

/** What the values of a key may depend on. */
export interface ValueInput {
  readonly page: Page;
  readonly now: Date;
}

const editorsOf: Readonly<Record<ContentType, readonly string[]>> = {
  markdown: ['markdown'],
  html: ['ckeditor', 'code'],
  asciidoc: ['asciidoc'],
};

/** The keys that Wiki.js writes, in its order. It drops every other key when it next saves the page. */
export const frontmatterKeys: readonly FrontmatterKey[] = [
  {
    key: 'title',
    documentation:
      'The title of the page. **Read on import.** It must be text: a number, a date, a yes/no or nothing at all makes the import of the page fail, so quote `"2024"`. Without the key, a new page is called after the last segment of its path.',
    values: ({ page }) => [yamlScalar(suggestedTitle(page))],
  },
  {
    key: 'description',
    documentation: 'The line under the title. **Read on import.** It must be text: quote a number.',
  },
  {
    key: 'published',
    documentation:
      'Written by Wiki.js, **ignored on import**: a page with `published: false` is imported as published. (On SQLite, Wiki.js writes `1` and `0`.)',
    values: () => ['true', 'false'],
  },
  {
    key: 'date',
    documentation:
      'When the page was last saved, as `2024-05-01T12:00:00.000Z`. Written by Wiki.js, ignored on import.',
    values: ({ now }) => [formatDate(now)],
  },
  {
    key: 'tags',
    documentation:
      'The tags, separated by **a comma and a space**: `a, b`. **Read on import.** `a,b` is one tag; a YAML list makes the import of the page fail. Tags are lower-cased.',
  },
  {
    key: 'editor',
    documentation:
      'The editor that the page was written in. Written by Wiki.js, ignored on import: there the file extension decides.',
    values: ({ page }) => editorsOf[page.contentType],
  },
  {
    key: 'dateCreated',
    documentation: 'When the page was created, as `2024-05-01T12:00:00.000Z`. Written by Wiki.js, ignored on import.',
    values: ({ now }) => [formatDate(now)],
  },
];

/** What is known of a key; undefined for one that Wiki.js neither reads nor writes. */
export function frontmatterKey(key: string): FrontmatterKey | undefined {
  return frontmatterKeys.find((it) => it.key === key);
}
