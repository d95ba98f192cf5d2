import { lineEndingOf, withLineEnding } from '../../edits/lineEnding.ts';
import { suggestedTitle } from '../../edits/pageTitle.ts';
import { planOf } from '../../edits/plan.ts';
import { newPageText } from '../../wiki/newPage.ts';
import type { Rule } from '../rule.ts';
import { firstLine } from './entries.ts';

export const missing: Rule = {
  code: 'frontmatter/missing',
  severity: 'warning',
  summary: 'The page has no frontmatter.',
  explanation: `Without frontmatter the title of a page is the last part of its path, \`getting-started\` instead of
"Getting started", in the page's head, the navigation and the search; it has no description and no tags.`,
  example: {
    wrong: '--- /getting-started.md\n# Getting started\n\nFirst, a tank.\n',
    right:
      '--- /getting-started.md\n---\ntitle: Getting started\ndescription: From an empty tank\ntags: care\neditor: markdown\n---\n\n# Getting started\n\nFirst, a tank.\n',
  },
  check(page, _wiki, report) {
    if (page.frontmatter.state !== 'none' || page.contentType === 'asciidoc') return;
    report({
      range: firstLine(page),
      message: `Without frontmatter this page is called '${page.title}' on the site, and has no description and no tags.`,
    });
  },
  fixes(_problem, { page, text, now }) {
    // Behind a byte order mark it would not be read.
    if (page.hasByteOrderMark) return [];
    const title = suggestedTitle(page);
    const block = newPageText({ title, description: '', tags: [], now, body: '' }, page.contentType);
    const newText = withLineEnding(block, lineEndingOf(text));
    const plan = planOf({ kind: 'change', file: page.file, range: { start: 0, end: 0 }, newText });
    return [{ title: `Insert frontmatter with the title '${title}'`, preferred: true, plan }];
  },
};
