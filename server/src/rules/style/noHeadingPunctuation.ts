import { styleRule } from './styleRule.ts';

export const noHeadingPunctuation = styleRule({
  code: 'style/no-heading-punctuation',
  severity: 'off',
  summary: 'A heading ends with a full stop, a comma, a colon or a semicolon.',
  explanation: `A heading is no sentence, and the sign stands in the table of contents too. Question and exclamation marks are fine.`,
  example: {
    wrong: '--- /tank.md\n---\ntitle: Tank\n---\n\n## Feeding:\n\nOnce a day.\n',
    right: '--- /tank.md\n---\ntitle: Tank\n---\n\n## Feeding\n\nOnce a day.\n',
  },
  message: (marked) => `A heading needs no '${marked}' at its end.`,
  fix: 'Remove it',
  changesSite: true,
});
