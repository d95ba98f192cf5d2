import { changeValue } from '../../edits/frontmatterEdits.ts';
import { suggestedTitle } from '../../edits/pageTitle.ts';
import { planOf } from '../../edits/plan.ts';
import { quotedScalar, yamlScalar } from '../../wiki/yamlScalar.ts';
import type { Rule } from '../rule.ts';
import { severityInTemplate } from '../templates.ts';
import { placeOf, readEntry, typeName, writtenValue } from './entries.ts';

export const titleType: Rule = {
  code: 'frontmatter/title-type',
  severity: 'error',
  summary: 'The title is not a text.',
  explanation: `YAML reads \`2024\` as a number, \`2024-05-16\` as a date, \`true\` as a truth value, and nothing at all as null.
Wiki.js wants a text: for anything else the import of the page fails, and the wiki keeps the old page, or has none.
Quotes make it a text.`,
  example: {
    wrong: '--- /releases/2024.md\n---\ntitle: 2024\n---\n\nWhat the pond saw this year.\n',
    right: "--- /releases/2024.md\n---\ntitle: '2024'\n---\n\nWhat the pond saw this year.\n",
  },
  check(page, wiki, report) {
    const entry = readEntry(page, 'title');
    if (entry === undefined || typeof entry.value === 'string') return;
    report({
      range: placeOf(entry),
      // `[FILL_IN]` is a list to YAML, and `{{name}}` a mapping.
      severity: severityInTemplate(page, wiki, JSON.stringify(entry.value)),
      message: `The title is ${typeName(entry.value)}, not a text, so Wiki.js does not import this page. Quote it.`,
    });
  },
  fixes(_problem, { page, text }) {
    const entry = readEntry(page, 'title');
    if (entry === undefined) return [];
    const written = writtenValue(text, entry);
    if (/[\r\n]/.test(written)) return [];
    const title = written === '' ? suggestedTitle(page) : written;
    return [
      {
        title: written === '' ? `Use the title '${title}'` : 'Quote the title',
        preferred: true,
        safe: written !== '',
        plan: planOf(changeValue(page, text, entry, written === '' ? yamlScalar(title) : quotedScalar(title))),
      },
    ];
  },
};
