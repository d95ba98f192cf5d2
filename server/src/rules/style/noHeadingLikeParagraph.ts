import { styleRule } from './styleRule.ts';

export const noHeadingLikeParagraph = styleRule({
  code: 'style/no-heading-like-paragraph',
  severity: 'hint',
  summary: 'A line begins with more hashes than a heading can have.',
  explanation: `Headings have six levels. A line with seven hashes is a paragraph, and the site shows its hashes.`,
  example: {
    wrong: '--- /tank.md\n---\ntitle: Tank\n---\n\n####### Feeding\n\nOnce a day.\n',
    right: '--- /tank.md\n---\ntitle: Tank\n---\n\n###### Feeding\n\nOnce a day.\n',
  },
  message: () => 'Headings have six levels: the site shows these hashes as text.',
});
