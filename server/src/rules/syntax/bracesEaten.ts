import { fixEatenBraces, reportEatenBraces } from '../bracesEaten.ts';
import type { Rule } from '../rule.ts';

export const bracesEaten: Rule = {
  code: 'syntax/braces-eaten',
  severity: 'warning',
  summary: 'Braces in the text vanish.',
  explanation: `Braces at the end of a paragraph, a list item or a cell, or right behind bold text, code or a link, are attributes to
Wiki.js: \`{.is-info}\`. It takes them out of the text even if there are no attributes in them: of \`see \${name}\` a dollar sign is
left, and a formula such as \`$x_{ij}$\` is broken where it ends a paragraph. A backslash does not help; as code they stay,
and so they do before a full stop.`,
  example: {
    wrong: '--- /nix.md\n---\ntitle: Nix\n---\n\nA function takes { config, pkgs }\n',
    right: '--- /nix.md\n---\ntitle: Nix\n---\n\nA function takes `{ config, pkgs }`\n',
  },
  check(page, _wiki, report) {
    reportEatenBraces(page, false, report);
  },
  fixes: fixEatenBraces,
};
