import { planOf } from '../../edits/plan.ts';
import { isMeantForFrontmatter } from '../hazards.ts';
import type { Rule } from '../rule.ts';
import { leftOutHeadings } from './outline.ts';

export const skippedLevel: Rule = {
  code: 'heading/skipped-level',
  severity: 'warning',
  summary: 'A heading is missing from the table of contents, since it skips a level.',
  explanation: `Wiki.js puts a heading into the table of contents below the last one of each level above it. If there is none of the
level just above, the heading is left out: a third level straight below a first, or a page that begins with the third. On
a page without a heading of the first level, the second is the top.

The site shows two levels of the table; a heading that would stand deeper is told of as information.`,
  example: {
    wrong: '--- /water.md\n---\ntitle: Water\n---\n\n# Water\n\n### Flow\n\nStill.\n',
    right: '--- /water.md\n---\ntitle: Water\n---\n\n# Water\n\n## Flow\n\nStill.\n',
  },
  check(page, _wiki, report) {
    for (const { heading, rightLevel, depth } of leftOutHeadings(page.headings)) {
      // The heading of a tab is none any more, so what stands below it cannot but skip a level.
      if (heading.isInTab || isMeantForFrontmatter(page, heading.range)) continue;
      report({
        range: heading.range,
        severity: depth <= 1 ? undefined : 'information',
        message: `The table of contents leaves '${heading.text}' out: no heading of level ${heading.level - 1} stands above it, so it would have to be of level ${rightLevel}.`,
      });
    }
  },
  fixes({ range }, { page, text }) {
    const found = leftOutHeadings(page.headings).find(({ heading }) => heading.range.start === range.start);
    const marks = /^#{1,6}(?=\s)/.exec(text.slice(range.start, range.end))?.[0];
    if (found === undefined || marks === undefined) return [];
    const change = { start: range.start, end: range.start + marks.length };
    return [
      {
        title: `Make it a heading of level ${found.rightLevel}`,
        preferred: true,
        plan: planOf({ kind: 'change', file: page.file, range: change, newText: '#'.repeat(found.rightLevel) }),
      },
    ];
  },
};
