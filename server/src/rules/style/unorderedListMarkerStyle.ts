import { styleRule } from './styleRule.ts';

export const unorderedListMarkerStyle = styleRule({
  code: 'style/unordered-list-marker-style',
  severity: 'off',
  summary: 'Lists of one page have different markers.',
  explanation: `The site shows them alike. Lists that follow each other directly are told apart by their markers, so those may differ.`,
  example: {
    wrong: '--- /tank.md\n---\ntitle: Tank\n---\n\n* cool\n* clean\n\nAnd then:\n\n- quiet\n',
    right: '--- /tank.md\n---\ntitle: Tank\n---\n\n* cool\n* clean\n\nAnd then:\n\n* quiet\n',
  },
  message: (marked) => `The first list of this page has another marker than '${marked}'.`,
  fix: 'Use the marker of the first list',
});
