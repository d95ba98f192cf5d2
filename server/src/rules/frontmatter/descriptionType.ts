import { changeValue } from '../../edits/frontmatterEdits.ts';
import { planOf } from '../../edits/plan.ts';
import { quotedScalar } from '../../wiki/yamlScalar.ts';
import type { Rule } from '../rule.ts';
import { placeOf, readEntry, typeName, writtenValue } from './entries.ts';

export const descriptionType: Rule = {
  code: 'frontmatter/description-type',
  severity: 'error',
  summary: 'The description is not a text.',
  explanation: `YAML reads \`42\` as a number and \`2024-05-16\` as a date.
Wiki.js wants a text (or nothing) as description: for a number the import of the page fails, and other values do not
arrive as they are written. Quotes make it a text.`,
  example: {
    wrong: '--- /answer.md\n---\ntitle: The answer\ndescription: 42\n---\n\nTo everything.\n',
    right: "--- /answer.md\n---\ntitle: The answer\ndescription: '42'\n---\n\nTo everything.\n",
  },
  check(page, _wiki, report) {
    const entry = readEntry(page, 'description');
    if (entry === undefined || entry.value === null || typeof entry.value === 'string') return;
    const refused = page.importError?.reason === 'description-type';
    report({
      range: placeOf(entry),
      severity: refused ? 'error' : 'warning',
      message: refused
        ? `The description is ${typeName(entry.value)}, not a text, so Wiki.js does not import this page. Quote it.`
        : `The description is ${typeName(entry.value)}, not a text, and does not arrive as it is written. Quote it.`,
    });
  },
  fixes(_problem, { page, text }) {
    const entry = readEntry(page, 'description');
    if (entry === undefined) return [];
    const written = writtenValue(text, entry);
    if (written === '' || /[\r\n]/.test(written)) return [];
    return [
      {
        title: 'Quote the description',
        preferred: true,
        safe: true,
        plan: planOf(changeValue(page, text, entry, quotedScalar(written))),
      },
    ];
  },
};
