import { styleRule } from './styleRule.ts';

export const tablePipes = styleRule({
  code: 'style/table-pipes',
  severity: 'off',
  summary: 'Rows of a table have no pipes at their ends.',
  explanation: `The site shows the table all the same; with pipes around it, everybody sees where it begins and ends.`,
  example: {
    wrong: '--- /tank.md\n---\ntitle: Tank\n---\n\na | b\n--- | ---\n1 | 2\n',
    right: '--- /tank.md\n---\ntitle: Tank\n---\n\n| a | b |\n| - | - |\n| 1 | 2 |\n',
  },
  message: () => 'Rows of this table have no pipes at their ends.',
  fix: 'Format the table',
});
