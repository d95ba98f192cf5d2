import { planOf } from '../../edits/plan.ts';
import type { FrontmatterEntry } from '../../page/frontmatter.ts';
import type { Page } from '../../page/page.ts';
import { quotedScalar } from '../../wiki/yamlScalar.ts';
import type { Rule } from '../rule.ts';
import { readEntry } from './entries.ts';

export const cutOff: Rule = {
  code: 'frontmatter/cut-off',
  severity: 'warning',
  summary: 'The end of a title or a description is taken for a comment.',
  explanation: `A space and \`#\` begin a comment in YAML: \`title: Challenge #01\` is the title "Challenge". Wiki.js writes titles
without quotes, so a title that was given in the wiki loses its end when the file is imported again. Quotes keep it whole.`,
  example: {
    wrong: '--- /challenge.md\n---\ntitle: Challenge #01\n---\n\nA tank of ten litres.\n',
    right: "--- /challenge.md\n---\ntitle: 'Challenge #01'\n---\n\nA tank of ten litres.\n",
  },
  check(page, _wiki, report) {
    for (const { key, commentRange } of cutEntries(page)) {
      report({
        range: commentRange,
        message: `What follows the # is a comment to YAML, and no part of the ${key} that Wiki.js reads. Quote the ${key} to keep it.`,
      });
    }
  },
  fixes({ range }, { page, text }) {
    const entry = cutEntries(page).find(({ commentRange }) => commentRange.start === range.start);
    if (entry === undefined) return [];
    const whole = { start: Math.min(entry.valueRange.start, range.start), end: range.end };
    const newText = quotedScalar(text.slice(whole.start, whole.end));
    const plan = planOf({ kind: 'change', file: page.file, range: whole, newText });
    return [{ title: `Quote the ${entry.key}`, preferred: true, plan }];
  },
};

type CutEntry = FrontmatterEntry & { readonly commentRange: NonNullable<FrontmatterEntry['commentRange']> };

function cutEntries(page: Page): CutEntry[] {
  return ['title', 'description'].flatMap((key) => {
    const entry = readEntry(page, key);
    return entry?.commentRange === undefined ? [] : [{ ...entry, commentRange: entry.commentRange }];
  });
}
