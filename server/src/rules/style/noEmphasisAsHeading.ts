import { styleRule } from './styleRule.ts';

export const noEmphasisAsHeading = styleRule({
  code: 'style/no-emphasis-as-heading',
  severity: 'hint',
  summary: 'Bold words on a line of their own stand where a heading would.',
  explanation: `They look like a heading, but Wiki.js leaves them out of the table of contents, and no link can lead to them. Inside
of callouts, quotes and lists they are fine, and with attributes (\`{.class}\`) too.`,
  example: {
    wrong: '--- /tank.md\n---\ntitle: Tank\n---\n\n**Feeding**\n\nOnce a day.\n',
    right: '--- /tank.md\n---\ntitle: Tank\n---\n\n## Feeding\n\nOnce a day.\n',
  },
  message: () =>
    'This looks like a heading, but is in no table of contents and no link leads to it: make it a heading.',
});
