import { fixEatenBraces, reportEatenBraces } from '../bracesEaten.ts';
import type { Rule } from '../rule.ts';

export const headingBracesEaten: Rule = {
  code: 'heading/braces-eaten',
  severity: 'warning',
  summary: 'Braces at the end of a heading vanish.',
  explanation: `Braces at the end of a heading are attributes to Wiki.js: \`{.tabset}\`, \`{#an-id}\`. It takes them off the heading even if
there are no attributes in them, so that \`mkOption { type }\` becomes \`mkOption\`, and \`GET /users/{id}\` becomes \`GET /users/\`.
A backslash does not help; as code they stay.`,
  example: {
    wrong: '--- /nix.md\n---\ntitle: Nix\n---\n\n## mkOption { type }\n\nMakes an option.\n',
    right: '--- /nix.md\n---\ntitle: Nix\n---\n\n## mkOption `{ type }`\n\nMakes an option.\n',
  },
  check(page, _wiki, report) {
    reportEatenBraces(page, true, report);
  },
  fixes: fixEatenBraces,
};
