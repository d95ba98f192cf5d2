import { styleRule } from './styleRule.ts';

export const tablePipeAlignment = styleRule({
  code: 'style/table-pipe-alignment',
  severity: 'off',
  summary: 'The pipes of a table do not line up.',
  explanation: `Wide characters and emoji count as two, as editors and terminals show them.`,
  example: {
    wrong: '--- /tank.md\n---\ntitle: Tank\n---\n\n| fish | 数 |\n|---|---|\n| axolotl | 2 |\n',
    right: '--- /tank.md\n---\ntitle: Tank\n---\n\n| fish    | 数 |\n| ------- | -- |\n| axolotl | 2  |\n',
  },
  message: () => 'The pipes of this table do not line up.',
  fix: 'Format the table',
});
