import { styleRule } from './styleRule.ts';

export const noReferenceLikeUrl = styleRule({
  code: 'style/no-reference-like-url',
  severity: 'hint',
  summary: 'The address of a link is the label of a definition.',
  explanation: `With parentheses, \`[text](guide)\` leads to a page below this one; the definition of \`guide\` is used by
\`[text][guide]\`.`,
  example: {
    wrong: '--- /tank.md\n---\ntitle: Tank\n---\n\nSee [the guide](guide).\n\n[guide]: /home\n',
    right: '--- /tank.md\n---\ntitle: Tank\n---\n\nSee [the guide][guide].\n\n[guide]: /home\n',
  },
  message: () => 'This leads to a page of that name, not to the definition: write the label in square brackets.',
  fix: 'Use the definition',
  changesSite: true,
});
