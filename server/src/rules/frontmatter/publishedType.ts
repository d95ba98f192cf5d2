import { changeValue } from '../../edits/frontmatterEdits.ts';
import { planOf } from '../../edits/plan.ts';
import type { Rule } from '../rule.ts';
import { placeOf, readEntry, typeName } from './entries.ts';

export const publishedType: Rule = {
  code: 'frontmatter/published-type',
  severity: 'error',
  summary: '`isPublished` is neither true nor false.',
  explanation: `\`isPublished\` is the key that the import of Wiki.js reads (\`published\`, which Wiki.js writes, is ignored).
It has to be \`true\` or \`false\`: for anything else, \`1\` and \`yes\` included, the import of the page fails.`,
  example: {
    wrong: '--- /draft.md\n---\ntitle: Draft\nisPublished: 1\n---\n\nNot yet.\n',
    right: '--- /draft.md\n---\ntitle: Draft\nisPublished: true\n---\n\nNot yet.\n',
  },
  check(page, _wiki, report) {
    const entry = readEntry(page, 'isPublished');
    if (entry === undefined || page.importError?.reason !== 'published-type') return;
    report({
      range: placeOf(entry),
      message: `isPublished is ${typeName(entry.value)}, so Wiki.js does not import this page. Write true or false.`,
    });
  },
  fixes(_problem, { page, text }) {
    const entry = readEntry(page, 'isPublished');
    if (entry === undefined) return [];
    const meant = !/^(0|no|n|off|false|null|~)?$/i.test(String(entry.value ?? '').trim());
    return [meant, !meant].map((published, index) => ({
      title: `Write ${published}`,
      preferred: index === 0,
      plan: planOf(changeValue(page, text, entry, String(published))),
    }));
  },
};
