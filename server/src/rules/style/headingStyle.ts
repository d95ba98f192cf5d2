import { styleRule } from './styleRule.ts';

export const headingStyle = styleRule({
  code: 'style/heading-style',
  severity: 'off',
  summary: 'Headings are written in two ways on one page.',
  explanation: `With hashes before them, or underlined: the page is easier to read and to search where all are alike.`,
  example: {
    wrong: '--- /tank.md\n---\ntitle: Tank\n---\n\n# Tank\n\nFeeding\n-------\n\nOnce a day.\n',
    right: '--- /tank.md\n---\ntitle: Tank\n---\n\n# Tank\n\n## Feeding\n\nOnce a day.\n',
  },
  message: () => 'The first heading of this page is written in another way.',
  fix: 'Write it like the first one',
});
