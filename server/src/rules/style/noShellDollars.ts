import { styleRule } from './styleRule.ts';

export const noShellDollars = styleRule({
  code: 'style/no-shell-dollars',
  severity: 'hint',
  summary: 'Every command of a code block begins with a dollar sign.',
  explanation: `Who copies the block copies the signs too, and the shell refuses them. They help only where a block also shows what
the commands print.`,
  example: {
    wrong: '--- /tank.md\n---\ntitle: Tank\n---\n\n```sh\n$ nix build\n$ nix run\n```\n',
    right: '--- /tank.md\n---\ntitle: Tank\n---\n\n```sh\nnix build\nnix run\n```\n',
  },
  message: () => 'Who copies these commands copies the dollar signs too: leave them out.',
  fix: 'Remove the dollar signs',
  changesSite: true,
});
