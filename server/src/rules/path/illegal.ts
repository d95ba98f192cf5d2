import { illegalPathReason } from '../../wiki/pagePath.ts';
import type { Rule } from '../rule.ts';
import { renameFix, stemOf, wholeFile } from './stem.ts';

const found = {
  dot: 'a dot',
  space: 'a space',
  backslash: 'a backslash',
  'double-slash': 'two slashes in a row',
} as const;

export const illegal: Rule = {
  code: 'path/illegal',
  severity: 'error',
  summary: 'The path holds a character that Wiki.js refuses.',
  explanation: `A page whose path holds a space or a backslash is not imported. When such a file is renamed or removed later,
the git sync stops at it and leaves out every file that comes after.`,
  example: {
    wrong: '--- /care/old notes.md\n---\ntitle: Old notes\n---\n\nFrom the first year.\n',
    right: '--- /care/old-notes.md\n---\ntitle: Old notes\n---\n\nFrom the first year.\n',
  },
  check(page, _wiki, report) {
    const reason = illegalPathReason(page.address.path);
    if (reason === undefined) return;
    report(wholeFile(page, `Wiki.js does not import this page, because its path holds ${found[reason]}: ${page.file}`));
  },
  fixes(_problem, { page, wiki }) {
    return renameFix(page, wiki, mendedStem(stemOf(page.file)), true);
  },
};

/** The same path with a hyphen where there was white space or a backslash. */
function mendedStem(stem: string): string {
  return stem
    .split('/')
    .map((segment) => segment.trim().replace(/\s*-\s+|\s+-\s*|[\s\\]+/g, '-'))
    .filter((segment) => segment !== '')
    .join('/');
}
