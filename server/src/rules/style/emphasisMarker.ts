import { styleRule } from './styleRule.ts';

export const emphasisMarker = styleRule({
  code: 'style/emphasis-marker',
  severity: 'off',
  summary: 'Emphasis is written with asterisks here and with underscores there.',
  explanation: `The site shows both alike, unless it underlines what stands between underscores (\`markdownCore: { underline: true }\`):
then this rule is silent.`,
  example: {
    wrong: '--- /tank.md\n---\ntitle: Tank\n---\n\nVery *cool* and _clean_.\n',
    right: '--- /tank.md\n---\ntitle: Tank\n---\n\nVery *cool* and *clean*.\n',
  },
  message: () => 'The first emphasis of this page has another marker.',
  fix: 'Use the marker of the first one',
});
