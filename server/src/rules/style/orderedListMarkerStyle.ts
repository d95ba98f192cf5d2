import { styleRule } from './styleRule.ts';

export const orderedListMarkerStyle = styleRule({
  code: 'style/ordered-list-marker-style',
  severity: 'off',
  summary: 'Numbers of lists are followed by a dot here and by a parenthesis there.',
  explanation: `The site shows them alike.`,
  example: {
    wrong: '--- /tank.md\n---\ntitle: Tank\n---\n\n1. cool\n\nAnd then:\n\n1) quiet\n',
    right: '--- /tank.md\n---\ntitle: Tank\n---\n\n1. cool\n\nAnd then:\n\n1. quiet\n',
  },
  message: (marked) => `The first numbered list of this page is not written like '${marked}'.`,
  fix: 'Write the numbers as in the first list',
});
