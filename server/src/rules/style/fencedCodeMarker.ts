import { styleRule } from './styleRule.ts';

export const fencedCodeMarker = styleRule({
  code: 'style/fenced-code-marker',
  severity: 'off',
  summary: 'Code blocks are fenced by backticks here and by tildes there.',
  explanation: `The site shows them alike.`,
  example: {
    wrong: '--- /tank.md\n---\ntitle: Tank\n---\n\n```nix\n{ }\n```\n\n~~~sh\nls\n~~~\n',
    right: '--- /tank.md\n---\ntitle: Tank\n---\n\n```nix\n{ }\n```\n\n```sh\nls\n```\n',
  },
  message: () => 'The first code block of this page has other fences.',
  fix: 'Use the fences of the first one',
});
