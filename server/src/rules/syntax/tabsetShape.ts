import { hazardsAt, hazardsOf } from '../hazards.ts';
import type { Rule } from '../rule.ts';
import { endTabsFix, introFix } from './tabsetFixes.ts';

export const tabsetShape: Rule = {
  code: 'syntax/tabset-shape',
  severity: 'warning',
  summary: 'A set of tabs takes in too much, or too little.',
  explanation: `A heading with \`{.tabset}\` makes tabs of the headings one level below it, and each tab holds what follows it up to the next
heading of its level or above. So

- text before the first tab ends up below the tabs,
- the last tab takes in everything up to the next heading, the page's footnotes and what comes after a rule too,
- a heading inside a quote, a list or a box hides where a tab ends, and the tab takes in all that follows,
- headings that skip a level make no tabs, and a heading of the sixth level cannot have any.

A heading with \`{.tabset}\` and nothing below it ends the tabs before it, and does not show.`,
  example: {
    wrong:
      '--- /nix.md\n---\ntitle: Nix\n---\n\n## Install {.tabset}\n\nEither of these.\n\n### Linux\n\nCurl.\n\n### macOS\n\nBrew.\n',
    right:
      '--- /nix.md\n---\ntitle: Nix\n---\n\nEither of these.\n\n## Install {.tabset}\n\n### Linux\n\nCurl.\n\n### macOS\n\nBrew.\n',
  },
  check(page, _wiki, report) {
    for (const hazard of hazardsOf(page, ...kinds)) {
      report({ range: hazard.range, message: messages[hazard.kind] });
    }
  },
  fixes(problem, context) {
    return hazardsAt(problem, context.page, ...kinds).flatMap(({ kind, range }) => {
      if (kind === 'tabset-intro') return introFix(range, context);
      if (kind === 'tabset-rule') return endTabsFix(range.start, range.start, context);
      return kind === 'tabset-footnotes' ? endTabsFix(range.start, context.text.length, context) : [];
    });
  },
};

const messages = {
  'tabset-intro': 'Wiki.js puts this below the tabs, since it stands between their heading and the first tab.',
  'tabset-hidden-end': 'Because of this heading inside another block, the tab takes in everything that follows.',
  'tabset-footnotes': 'The footnotes of the page end up in this tab, the last one, and are hidden with it.',
  'tabset-rule': 'The last tab does not end at this rule: what follows is in it too.',
  'tabset-too-deep': 'A heading of the sixth level cannot have tabs, since there is no level below it.',
  'tabset-without-tabs':
    'No heading below is of the next level, so that there are no tabs, and this heading does not show.',
} as const;

const kinds = Object.keys(messages) as readonly (keyof typeof messages)[];
