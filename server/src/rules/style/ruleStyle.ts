import { styleRule } from './styleRule.ts';

export const ruleStyle = styleRule({
  code: 'style/rule-style',
  severity: 'off',
  summary: 'Horizontal rules are written in different ways on one page.',
  explanation: `The site shows them alike.`,
  example: {
    wrong: '--- /tank.md\n---\ntitle: Tank\n---\n\nCool.\n\n***\n\nClean.\n\n---\n',
    right: '--- /tank.md\n---\ntitle: Tank\n---\n\nCool.\n\n***\n\nClean.\n\n***\n',
  },
  message: () => 'The first rule of this page is written in another way.',
  fix: 'Write it like the first one',
});
