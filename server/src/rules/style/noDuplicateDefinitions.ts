import { styleRule } from './styleRule.ts';

export const noDuplicateDefinitions = styleRule({
  code: 'style/no-duplicate-definitions',
  severity: 'hint',
  summary: 'Two definitions have the same label.',
  explanation: `The first definition of a label counts, for links and for footnotes; the others do nothing.`,
  example: {
    wrong: '--- /tank.md\n---\ntitle: Tank\n---\n\nSee the [guide].\n\n[guide]: /water\n[guide]: /care\n',
    right: '--- /tank.md\n---\ntitle: Tank\n---\n\nSee the [guide].\n\n[guide]: /water\n',
  },
  message: () => 'This label is defined above already, and that one counts: remove one of the two.',
});
