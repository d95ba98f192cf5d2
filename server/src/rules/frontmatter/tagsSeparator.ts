import { changeValue } from '../../edits/frontmatterEdits.ts';
import { planOf } from '../../edits/plan.ts';
import { yamlScalar } from '../../wiki/yamlScalar.ts';
import type { Rule } from '../rule.ts';
import { placeOf, readEntry } from './entries.ts';

export const tagsSeparator: Rule = {
  code: 'frontmatter/tags-separator',
  severity: 'warning',
  summary: 'Tags are separated by a comma without a space.',
  explanation: `Wiki.js splits tags at exactly a comma and one space: \`water,care\` is one tag of that name,
and a comma at the end belongs to the last tag.`,
  example: {
    wrong: '--- /water.md\n---\ntitle: Water\ntags: water,care\n---\n\nCool and still.\n',
    right: '--- /water.md\n---\ntitle: Water\ntags: water, care\n---\n\nCool and still.\n',
  },
  check(page, _wiki, report) {
    const entry = readEntry(page, 'tags');
    if (typeof entry?.value !== 'string') return;
    const joined = entry.value.split(', ').find((tag) => tag.includes(','));
    if (joined === undefined) return;
    report({
      range: placeOf(entry),
      message: `Wiki.js reads '${joined.trim()}' as one tag: only a comma followed by a space separates tags.`,
    });
  },
  fixes(_problem, { page, text }) {
    const entry = readEntry(page, 'tags');
    if (typeof entry?.value !== 'string') return [];
    const tags = entry.value
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== '')
      .join(', ');
    return [
      {
        title: 'Put a space after each comma',
        preferred: true,
        safe: true,
        plan: planOf(changeValue(page, text, entry, yamlScalar(tags))),
      },
    ];
  },
};
