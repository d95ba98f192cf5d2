import { changeValue, removeEntry } from '../../edits/frontmatterEdits.ts';
import { planOf } from '../../edits/plan.ts';
import type { FrontmatterEntry } from '../../page/frontmatter.ts';
import type { Page } from '../../page/page.ts';
import type { Rule } from '../rule.ts';
import { placeOf, readEntry } from './entries.ts';

export const tagsEmptyKept: Rule = {
  code: 'frontmatter/tags-empty-kept',
  severity: 'warning',
  summary: 'Tags cannot be taken away by leaving the value empty.',
  explanation: `For \`tags:\` without a value, and for no such line at all, Wiki.js leaves a page the tags that it has: the last tag of a page
can be removed in the wiki only. An empty text, \`tags: ''\`, is worse: it gives the page one tag without a name.

Wiki.js itself writes \`tags: \`, with a space at its end, for a page without tags; that is not reported.`,
  example: {
    wrong: "--- /water.md\n---\ntitle: Water\ntags: ''\n---\n\nCool and still.\n",
    right: '--- /water.md\n---\ntitle: Water\n---\n\nCool and still.\n',
  },
  check(page, _wiki, report) {
    const entry = emptyTags(page);
    if (entry === undefined) return;
    const isNothing = entry.value === null;
    const isBare = entry.valueRange.start === entry.valueRange.end;
    report({
      range: placeOf(entry),
      severity: isBare ? 'hint' : isNothing ? 'information' : undefined,
      message: isNothing
        ? 'This takes no tag away: the page keeps the tags that the wiki has. Remove them there.'
        : 'This gives the page one tag without a name, and takes none away. Tags are removed in the wiki.',
    });
  },
  fixes(_problem, { page, text }) {
    const entry = emptyTags(page);
    if (entry === undefined) return [];
    return [
      { title: 'Remove this line', preferred: true, plan: planOf(removeEntry(page, text, entry)) },
      { title: 'Write it as Wiki.js does', plan: planOf(changeValue(page, text, entry, '')) },
    ];
  },
};

/** The entry of tags that holds none, unless it stands there as Wiki.js writes it. */
function emptyTags(page: Page): FrontmatterEntry | undefined {
  const entry = readEntry(page, 'tags');
  if (entry === undefined) return undefined;
  const isAsWikiWrites = entry.value === null && entry.valueRange.start > entry.keyRange.end + ':'.length;
  const isBare = entry.valueRange.start === entry.valueRange.end;
  if (isBare && isAsWikiWrites) return undefined;
  return entry.value === null || (typeof entry.value === 'string' && entry.value.trim() === '') ? entry : undefined;
}
