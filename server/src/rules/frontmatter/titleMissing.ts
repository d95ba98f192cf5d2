import { lineEndingOf, withLineEnding } from '../../edits/lineEnding.ts';
import { suggestedTitle } from '../../edits/pageTitle.ts';
import { type EditPlan, planOf } from '../../edits/plan.ts';
import type { Page } from '../../page/page.ts';
import { newPageText } from '../../wiki/newPage.ts';
import { yamlScalar } from '../../wiki/yamlScalar.ts';
import type { FixContext, Rule } from '../rule.ts';
import { firstLine, readEntry } from './entries.ts';
import { isEatenText } from './ruleEaten.ts';

export const titleMissing: Rule = {
  code: 'frontmatter/title-missing',
  severity: 'warning',
  summary: 'The page has no title, or no frontmatter at all.',
  explanation: `Without a title in the frontmatter a new page is called after the last part of its path, \`getting-started\` instead of
"Getting started", in the page's head, the navigation and the search. Without frontmatter it has no description and no
tags either.`,
  example: {
    wrong: '--- /getting-started.md\n# Getting started\n\nFirst, a tank.\n',
    right:
      '--- /getting-started.md\n---\ntitle: Getting started\ndescription: From an empty tank\ntags: care\neditor: markdown\n---\n\n# Getting started\n\nFirst, a tank.\n',
  },
  check(page, _wiki, report) {
    const called = `this page is called '${page.title}' on the site`;
    if (hasNoFrontmatter(page)) {
      report({
        range: firstLine(page),
        message: `Without frontmatter ${called}, and has no description and no tags.`,
      });
    } else if (hasNoTitle(page)) {
      report({ range: firstLine(page), message: `The frontmatter has no title, so ${called}.` });
    }
  },
  fixes(_problem, context) {
    const { page } = context;
    // Behind a byte order mark it would not be read.
    if (page.hasByteOrderMark) return [];
    const title = suggestedTitle(page);
    return hasNoFrontmatter(page)
      ? [{ title: `Insert frontmatter with the title '${title}'`, preferred: true, plan: newBlock(title, context) }]
      : [{ title: `Insert the title '${title}'`, preferred: true, plan: newEntry(title, context) }];
  },
};

function hasNoFrontmatter({ frontmatter, contentType }: Page): boolean {
  return frontmatter.state === 'none' && contentType !== 'asciidoc';
}

function hasNoTitle(page: Page): boolean {
  return page.frontmatter.state === 'read' && readEntry(page, 'title') === undefined && !isEatenText(page);
}

function newBlock(title: string, { page, text, now }: FixContext): EditPlan {
  const block = newPageText({ title, description: '', tags: [], now, body: '' }, page.contentType);
  const newText = withLineEnding(block, lineEndingOf(text));
  return planOf({ kind: 'change', file: page.file, range: { start: 0, end: 0 }, newText });
}

function newEntry(title: string, { page, text }: FixContext): EditPlan {
  const start = page.frontmatter.innerRange?.start ?? 0;
  const newText = `title: ${yamlScalar(title)}${lineEndingOf(text)}`;
  return planOf({ kind: 'change', file: page.file, range: { start, end: start }, newText });
}
