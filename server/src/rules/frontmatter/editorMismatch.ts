import { changeValue } from '../../edits/frontmatterEdits.ts';
import { planOf } from '../../edits/plan.ts';
import type { ContentType } from '../../wiki/address.ts';
import type { Rule } from '../rule.ts';
import { placeOf, readEntry } from './entries.ts';

/** The editors that Wiki.js writes into the frontmatter, and that it gives to a file by its extension (rules reference (b)). */
const editors: Readonly<Record<ContentType, readonly [string, ...string[]]>> = {
  markdown: ['markdown'],
  html: ['ckeditor', 'code'],
  asciidoc: ['asciidoc'],
};

export const editorMismatch: Rule = {
  code: 'frontmatter/editor-mismatch',
  severity: 'information',
  summary: 'The editor is not one that Wiki.js has for this kind of file.',
  explanation: `Wiki.js writes the editor of a page here and, on import, chooses it by the file's extension instead:
\`markdown\` for \`.md\`, \`ckeditor\` for \`.html\`. Another value changes nothing on the site, but misleads who reads the file.`,
  example: {
    wrong: '--- /water.md\n---\ntitle: Water\neditor: undefined\n---\n\nCool and still.\n',
    right: '--- /water.md\n---\ntitle: Water\neditor: markdown\n---\n\nCool and still.\n',
  },
  check(page, _wiki, report) {
    const entry = readEntry(page, 'editor');
    if (entry === undefined || entry.value === null) return;
    const known = editors[page.contentType];
    if (known.some((editor) => editor === entry.value)) return;
    report({
      range: placeOf(entry),
      message: `Wiki.js ignores this editor: it opens this file with '${known[0]}'.`,
    });
  },
  fixes(_problem, { page, text }) {
    const entry = readEntry(page, 'editor');
    if (entry === undefined) return [];
    return editors[page.contentType].map((editor, index) => ({
      title: `Write '${editor}'`,
      preferred: index === 0,
      safe: index === 0,
      plan: planOf(changeValue(page, text, entry, editor)),
    }));
  },
};
