import { removeEntry } from '../../edits/frontmatterEdits.ts';
import { planOf } from '../../edits/plan.ts';
import type { FrontmatterEntry } from '../../page/frontmatter.ts';
import type { Page } from '../../page/page.ts';
import { nearestWords } from '../../util/editDistance.ts';
import type { Fix, Rule } from '../rule.ts';
import { isEatenText } from './ruleEaten.ts';

/** What Wiki.js writes, and `isPublished`, which it reads (rules reference (b)). */
const knownKeys = ['title', 'description', 'published', 'isPublished', 'date', 'tags', 'editor', 'dateCreated'];

export const unknownKey: Rule = {
  code: 'frontmatter/unknown-key',
  severity: 'warning',
  summary: 'A key of the frontmatter is none of Wiki.js.',
  explanation: `Wiki.js reads \`title\`, \`description\`, \`tags\` and \`isPublished\`, in just these letters: \`Title\` is another key to it. It
passes over every other key, and when the page is next saved in the wiki, it writes the frontmatter anew without them,
and without comments. Keys that other tools need are information only; a key that looks like one of Wiki.js's is a warning.`,
  example: {
    wrong: '--- /water.md\n---\ntitle: Water\nDescription: What they live in\n---\n\nCool and still.\n',
    right: '--- /water.md\n---\ntitle: Water\ndescription: What they live in\n---\n\nCool and still.\n',
  },
  check(page, _wiki, report) {
    for (const { key, keyRange } of unknownEntries(page)) {
      const meant = meantKey(key, page);
      report({
        range: keyRange,
        severity: meant === undefined ? 'information' : undefined,
        message: `Wiki.js does not read '${key}', and drops it when the page is next saved in the wiki.${
          meant === undefined ? '' : ` Did you mean '${meant}'?`
        }`,
      });
    }
  },
  fixes({ range }, { page, text }) {
    const entry = unknownEntries(page).find(({ keyRange }) => keyRange.start === range.start);
    if (entry === undefined) return [];
    const meant = meantKey(entry.key, page);
    const rename: Fix[] =
      meant === undefined
        ? []
        : [
            {
              title: `Write '${meant}'`,
              preferred: true,
              plan: planOf({ kind: 'change', file: page.file, range: entry.keyRange, newText: meant }),
            },
          ];
    const plan = planOf(removeEntry(page, text, entry));
    return [...rename, { title: `Remove '${entry.key}'`, preferred: meant === undefined, plan }];
  },
};

function unknownEntries(page: Page): FrontmatterEntry[] {
  if (page.frontmatter.state !== 'read' || isEatenText(page)) return [];
  return page.frontmatter.entries.filter(({ key }) => !knownKeys.includes(key));
}

/** The key of Wiki.js's that was likely meant, and that the page does not have yet. */
function meantKey(key: string, page: Page): string | undefined {
  const [nearest] = nearestWords(key, knownKeys);
  const isTaken = page.frontmatter.entries.some((entry) => entry.key === nearest);
  return isTaken ? undefined : nearest;
}
