import { changeValue } from '../../edits/frontmatterEdits.ts';
import { planOf } from '../../edits/plan.ts';
import { quotedScalar } from '../../edits/yamlScalar.ts';
import type { Rule } from '../rule.ts';
import { placeOf, readEntry, typeName, writtenValue } from './entries.ts';
import { tagsValue } from './tagsValue.ts';

export const tagsType: Rule = {
  code: 'frontmatter/tags-type',
  severity: 'error',
  summary: 'The tags are a list or a number, not a text.',
  explanation: `Wiki.js wants the tags as one text, with a comma and a space between them: \`tags: water, care\`.
With a YAML list, which other site generators want, or with a number such as \`6.0\`, the import of the page fails.`,
  example: {
    wrong: '--- /water.md\n---\ntitle: Water\ntags: [water, care]\n---\n\nCool and still.\n',
    right: '--- /water.md\n---\ntitle: Water\ntags: water, care\n---\n\nCool and still.\n',
  },
  check(page, _wiki, report) {
    const entry = readEntry(page, 'tags');
    if (entry === undefined || entry.value === null || typeof entry.value === 'string') return;
    report({
      range: placeOf(entry),
      message: `The tags are ${typeName(entry.value)}, so Wiki.js does not import this page. Write them as one text: a, b.`,
    });
  },
  fixes(_problem, { page, text }) {
    const entry = readEntry(page, 'tags');
    if (entry === undefined) return [];
    const tags = Array.isArray(entry.value) ? entry.value.filter(isScalar).map(String) : [writtenValue(text, entry)];
    const yaml = Array.isArray(entry.value) ? tagsValue(tags) : quotedScalar(tags.join(', '));
    return [
      {
        title: `Write the tags as one text: ${tags.join(', ')}`,
        preferred: true,
        safe: true,
        plan: planOf(changeValue(page, text, entry, yaml)),
      },
    ];
  },
};

function isScalar(value: unknown): boolean {
  return value !== null && typeof value !== 'object';
}
