import { removeEntry } from '../../edits/frontmatterEdits.ts';
import { planOf } from '../../edits/plan.ts';
import type { FrontmatterEntry } from '../../page/frontmatter.ts';
import type { Page } from '../../page/page.ts';
import type { Fix, Rule } from '../rule.ts';
import { writtenValue } from './entries.ts';

export const duplicateKey: Rule = {
  code: 'frontmatter/duplicate-key',
  severity: 'error',
  summary: 'A key stands twice in the frontmatter.',
  explanation: `Two entries of one key are no valid YAML. Wiki.js then reads nothing of the frontmatter: the page loses its
title and tags, and the frontmatter is shown as text at the top of the page.`,
  example: {
    wrong: '--- /water.md\n---\ntitle: Water\ntags: water\ntitle: Still water\n---\n\nCool and still.\n',
    right: '--- /water.md\n---\ntitle: Water\ntags: water\n---\n\nCool and still.\n',
  },
  check(page, _wiki, report) {
    for (const { first, later } of duplicates(page)) {
      report({
        range: later.keyRange,
        message: `'${later.key}' stands twice, so Wiki.js reads nothing of the frontmatter and shows it as text.`,
        related: [{ file: page.file, range: first.keyRange, message: 'The first one' }],
      });
    }
  },
  fixes(problem, { page, text }) {
    const duplicate = duplicates(page).find(({ later }) => later.keyRange.start === problem.range.start);
    if (duplicate === undefined) return [];
    const remove = (entry: FrontmatterEntry, preferred: boolean): Fix => ({
      title: `Remove '${entry.key}: ${writtenValue(text, entry)}'`,
      preferred,
      plan: planOf(removeEntry(page, text, entry)),
    });
    return [remove(duplicate.later, true), remove(duplicate.first, false)];
  },
};

/** Each entry whose key stood before, with the entry just before it of that key. */
export function duplicates(page: Page): { first: FrontmatterEntry; later: FrontmatterEntry }[] {
  if (page.frontmatter.state !== 'unreadable') return [];
  const seen = new Map<string, FrontmatterEntry>();
  const found = [];
  for (const entry of page.frontmatter.entries) {
    const first = seen.get(entry.key);
    if (first !== undefined) found.push({ first, later: entry });
    else seen.set(entry.key, entry);
  }
  return found;
}
