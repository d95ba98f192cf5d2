import { styleRule } from './styleRule.ts';

export const checkboxCharacterStyle = styleRule({
  code: 'style/checkbox-character-style',
  severity: 'off',
  summary: 'Checked boxes are written with a small and with a capital x.',
  explanation: `The site shows them alike.`,
  example: {
    wrong: '--- /tank.md\n---\ntitle: Tank\n---\n\n- [x] fed\n- [X] cleaned\n',
    right: '--- /tank.md\n---\ntitle: Tank\n---\n\n- [x] fed\n- [x] cleaned\n',
  },
  message: () => 'The first checked box of this page has the other x.',
  fix: 'Write it like the first one',
});
