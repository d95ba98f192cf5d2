import { styleRule } from './styleRule.ts';

export const noConsecutiveBlankLines = styleRule({
  code: 'style/no-consecutive-blank-lines',
  severity: 'off',
  summary: 'Several blank lines follow each other.',
  explanation: `One is enough, and the site shows no more.`,
  example: {
    wrong: '--- /tank.md\n---\ntitle: Tank\n---\n\nCool.\n\n\nClean.\n',
    right: '--- /tank.md\n---\ntitle: Tank\n---\n\nCool.\n\nClean.\n',
  },
  message: () => 'One blank line is enough.',
  fix: 'Leave one',
});
