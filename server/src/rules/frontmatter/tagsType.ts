import { changeValue } from '../../edits/frontmatterEdits.ts';
import { planOf } from '../../edits/plan.ts';
import { quotedScalar, yamlScalar } from '../../wiki/yamlScalar.ts';
import type { Rule } from '../rule.ts';
import { severityInTemplate } from '../templates.ts';
import { placeOf, readEntry, typeName, writtenValue } from './entries.ts';

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
  check(page, wiki, report) {
    const entry = readEntry(page, 'tags');
    if (entry === undefined || entry.value === null || typeof entry.value === 'string') return;
    report({
      range: placeOf(entry),
      severity: severityInTemplate(page, wiki, String(entry.value)),
      message: `The tags are ${typeName(entry.value)}, so Wiki.js does not import this page. Write them as one text: a, b.`,
    });
  },
  fixes(_problem, { page, text }) {
    const entry = readEntry(page, 'tags');
    if (entry === undefined) return [];
    const isList = Array.isArray(entry.value);
    const tags = isList ? joinTags(entry.value) : writtenValue(text, entry);
    if (tags === '') {
      // As Wiki.js writes it; that a page keeps the tags that it has then, is so for every way to say "none".
      const plan = planOf(changeValue(page, text, entry, ''));
      return [{ title: 'Leave the page the tags that it has', preferred: true, safe: true, plan }];
    }
    const yaml = isList ? yamlScalar(tags) : quotedScalar(tags);
    return [
      {
        title: `Write the tags as one text: ${tags}`,
        preferred: true,
        safe: true,
        plan: planOf(changeValue(page, text, entry, yaml)),
      },
    ];
  },
};

/** The single values of a list as Wiki.js wants them. */
function joinTags(list: unknown): string {
  const values = Array.isArray(list) ? list.filter((value) => value !== null && typeof value !== 'object') : [];
  return values.map((value) => String(value).trim()).join(', ');
}
