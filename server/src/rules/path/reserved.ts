import { isReservedPath } from '../../wiki/pagePath.ts';
import type { Rule } from '../rule.ts';
import { renameFix, stemOf, wholeFile } from './stem.ts';

export const reserved: Rule = {
  code: 'path/reserved',
  severity: 'warning',
  summary: 'The path begins with a word that Wiki.js keeps for itself.',
  explanation: `\`/login\`, \`/img\`, \`/t\` and other first parts of a path, every single letter and every two-letter code belong to
Wiki.js itself. The import takes such a page, but the address shows something else, and the wiki's editor refuses to open it.`,
  example: {
    wrong: '--- /login.md\n---\ntitle: How to log in\n---\n\nAsk a keeper.\n',
    right: '--- /how-to-log-in.md\n---\ntitle: How to log in\n---\n\nAsk a keeper.\n',
  },
  check(page, _wiki, report) {
    const { path } = page.address;
    const [first = ''] = path.split('/');
    if (first === '' || !isReservedPath(path)) return;
    report(
      wholeFile(
        page,
        `Wiki.js keeps '/${first}' for itself: this page cannot be edited there, and may not open at all.`,
      ),
    );
  },
  fixes(_problem, { page, wiki }) {
    const { path } = page.address;
    const [first = ''] = path.split('/');
    const stem = stemOf(page.file);
    if (first === '' || !stem.endsWith(path)) return [];
    const prefix = stem.slice(0, stem.length - path.length);
    return renameFix(page, wiki, `${prefix}${first}-page${path.slice(first.length)}`, true);
  },
};
