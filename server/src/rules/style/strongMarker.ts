import { styleRule } from './styleRule.ts';

export const strongMarker = styleRule({
  code: 'style/strong-marker',
  severity: 'off',
  summary: 'Strong text is written with asterisks here and with underscores there.',
  explanation: `The site shows both alike.`,
  example: {
    wrong: '--- /tank.md\n---\ntitle: Tank\n---\n\nVery **cool** and __clean__.\n',
    right: '--- /tank.md\n---\ntitle: Tank\n---\n\nVery **cool** and **clean**.\n',
  },
  message: () => 'The first strong text of this page has another marker.',
  fix: 'Use the marker of the first one',
});
