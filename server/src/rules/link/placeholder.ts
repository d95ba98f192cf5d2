import type { Page } from '../../page/page.ts';
import type { OffsetRange } from '../../util/range.ts';
import { placeOf, readEntry } from '../frontmatter/entries.ts';
import type { Rule } from '../rule.ts';
import { isTemplate } from '../templates.ts';
import { linksWith, placeOfLink } from './diagnosis.ts';
import { holdsPlaceholder } from './placeholders.ts';

export const placeholder: Rule = {
  code: 'link/placeholder',
  severity: 'warning',
  summary: "A template's placeholder was not filled in.",
  explanation: `Templates hold words such as \`[FILL_IN]\` or \`[REPLACE_ME]\` where a page made from them says something of its own. Outside
the folder of templates (\`templates\` in \`.aux-wiki.yml\`) one that is left is a mistake, in a text, in a link, or in the
frontmatter. In code it is let be.`,
  example: {
    wrong: '--- /sig.md\n---\ntitle: Newts\n---\n\nWelcome to [FILL_IN]. [Join us](https://example.org/[FILL_IN]).\n',
    right: '--- /sig.md\n---\ntitle: Newts\n---\n\nWelcome to Newts. [Join us](https://example.org/newts).\n',
  },
  check(page, wiki, report) {
    if (isTemplate(page, wiki)) return;
    const left = [
      ...[...linksWith('link/placeholder', page, wiki)].map(({ link }) => placeOfLink(link)),
      ...page.looseEnds.bracketedWords.filter(({ text }) => holdsPlaceholder(text)).map(({ range }) => range),
      ...placesInFrontmatter(page),
    ];
    for (const range of left) report({ range, message: "This is a template's placeholder: fill it in." });
  },
};

function placesInFrontmatter(page: Page): OffsetRange[] {
  return ['title', 'description', 'tags'].flatMap((key) => {
    const entry = readEntry(page, key);
    return typeof entry?.value === 'string' && holdsPlaceholder(entry.value) ? [placeOf(entry)] : [];
  });
}
