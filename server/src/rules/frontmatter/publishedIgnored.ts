import { planOf } from '../../edits/plan.ts';
import type { Rule } from '../rule.ts';
import { placeOf, readEntry } from './entries.ts';

export const publishedIgnored: Rule = {
  code: 'frontmatter/published-ignored',
  severity: 'information',
  summary: '`published: false` is ignored on import.',
  explanation: `Wiki.js writes \`published\` and, on import, reads only \`isPublished\`: a new file with \`published: false\` becomes
a page that everybody sees. On a page that the wiki has already, the state there stays as it is.
\`isPublished: false\` is read, until the page is saved in the wiki, which writes \`published\` again.`,
  example: {
    wrong: '--- /draft.md\n---\ntitle: Draft\npublished: false\n---\n\nNot yet.\n',
    right: '--- /draft.md\n---\ntitle: Draft\nisPublished: false\n---\n\nNot yet.\n',
  },
  check(page, _wiki, report) {
    const entry = readEntry(page, 'published');
    if (entry?.value !== false && entry?.value !== 0) return;
    if (readEntry(page, 'isPublished') !== undefined) return;
    report({
      range: placeOf(entry),
      message:
        "Wiki.js ignores 'published' on import: a new page is published. Only isPublished: false keeps it unpublished.",
    });
  },
  fixes(_problem, { page }) {
    const entry = readEntry(page, 'published');
    if (entry === undefined) return [];
    const { keyRange, valueRange } = entry;
    const rename = (range: typeof keyRange, newText: string) =>
      ({ kind: 'change', file: page.file, range, newText }) as const;
    return [
      {
        title: 'Write isPublished: false',
        preferred: true,
        plan: planOf(rename(keyRange, 'isPublished'), rename(valueRange, 'false')),
      },
    ];
  },
};
