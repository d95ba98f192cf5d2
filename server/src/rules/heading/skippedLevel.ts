import { planOf, type TextChange } from '../../edits/plan.ts';
import { isMeantForFrontmatter } from '../hazards.ts';
import type { Rule } from '../rule.ts';
import { leftOutRuns } from './outline.ts';

export const skippedLevel: Rule = {
  code: 'heading/skipped-level',
  severity: 'warning',
  summary: 'A heading is missing from the table of contents, since it skips a level.',
  explanation: `Wiki.js puts a heading into the table of contents below the last one of each level above it. If there is none of the
level just above, the heading is left out: a third level straight below a first, or a page that begins with the third. On
a page without a heading of the first level, the second is the top.

Headings that are left out one after the other are told of once. The site shows two levels of the table; a heading that would stand deeper is told of as information.`,
  example: {
    wrong: '--- /water.md\n---\ntitle: Water\n---\n\n# Water\n\n### Flow\n\nStill.\n',
    right: '--- /water.md\n---\ntitle: Water\n---\n\n# Water\n\n## Flow\n\nStill.\n',
  },
  check(page, _wiki, report) {
    for (const { first, headings } of leftOutRuns(page.headings)) {
      const { heading, rightLevel, depth } = first;
      if (isMeantForFrontmatter(page, heading.range)) continue;
      const others = headings.length - 1;
      const more = others === 0 ? '' : ` The same goes for the next ${others === 1 ? 'one' : others}.`;
      report({
        range: heading.range,
        severity: depth <= 1 ? undefined : 'information',
        message: `The table of contents leaves '${heading.text}' out: no heading of level ${heading.level - 1} stands above it, so it would have to be of level ${rightLevel}.${more}`,
      });
    }
  },
  fixes({ range }, { page, text }) {
    const run = leftOutRuns(page.headings).find(({ first }) => first.heading.range.start === range.start);
    if (run === undefined) return [];
    const { heading, rightLevel } = run.first;
    const changes = run.headings.map(({ range: { start, end }, level }): TextChange | undefined => {
      const marks = /^#{1,6}(?=\s)/.exec(text.slice(start, end))?.[0];
      const newText = '#'.repeat(Math.max(rightLevel, level - heading.level + rightLevel));
      return marks === undefined
        ? undefined
        : { kind: 'change', file: page.file, range: { start, end: start + marks.length }, newText };
    });
    const written = changes.filter((change) => change !== undefined);
    if (written.length < changes.length) return [];
    const title =
      changes.length === 1
        ? `Make it a heading of level ${rightLevel}`
        : `Let these ${changes.length} headings begin at level ${rightLevel}`;
    return [{ title, preferred: true, plan: planOf(...written) }];
  },
};
