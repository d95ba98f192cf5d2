import { styleRule } from './styleRule.ts';

export const fencedCodeFlag = styleRule({
  code: 'style/fenced-code-flag',
  severity: 'off',
  summary: 'A code block does not say its language.',
  explanation: `Without it the site shows the code without colours. \`text\` says that it has none.`,
  example: {
    wrong: '--- /tank.md\n---\ntitle: Tank\n---\n\n```\nls\n```\n',
    right: '--- /tank.md\n---\ntitle: Tank\n---\n\n```sh\nls\n```\n',
  },
  message: () => 'Say the language after the fence, so that the site colours the code.',
});
