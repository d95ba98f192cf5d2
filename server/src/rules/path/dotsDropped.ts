import type { Rule } from '../rule.ts';
import { renameFix, stemOf, wholeFile } from './stem.ts';

export const dotsDropped: Rule = {
  code: 'path/dots-dropped',
  severity: 'warning',
  summary: 'Wiki.js drops the dots of the path.',
  explanation: `A page's path has no dots: Wiki.js takes them out of the names of files and folders, so that
\`releases/v1.2.md\` is the page \`/releases/v12\`. A link to \`/releases/v1.2\` leads nowhere, and \`v1.2.md\` and
\`v12.md\` are one page.`,
  example: {
    wrong: '--- /releases/v1.2.md\n---\ntitle: Version 1.2\n---\n\nA better filter.\n',
    right: '--- /releases/v1-2.md\n---\ntitle: Version 1.2\n---\n\nA better filter.\n',
  },
  check(page, _wiki, report) {
    if (!stemOf(page.file).includes('.')) return;
    report(wholeFile(page, `Wiki.js drops the dots of this path: the page is /${page.address.path}.`));
  },
  fixes(_problem, { page, wiki }) {
    const stem = stemOf(page.file);
    // The first keeps the page's address; the second is what one reads in the name, at a new address.
    const same = stem.replaceAll('.', '');
    const readable = stem.replace(/(^|\/)\.+/g, '$1').replace(/\.+/g, '-');
    const fixes = renameFix(page, wiki, same, true);
    return readable === same ? fixes : [...fixes, ...renameFix(page, wiki, readable, fixes.length === 0)];
  },
};
