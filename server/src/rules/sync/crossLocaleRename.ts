import { addressOfFile, contentTypeOf } from '../../wiki/pageFile.ts';
import type { SyncRule } from './syncRule.ts';

export const crossLocaleRename: SyncRule = {
  code: 'sync/cross-locale-rename',
  severity: 'error',
  summary: 'A page was moved to another locale, which the sync does not do.',
  explanation: `When Wiki.js pulls a commit in which a page is renamed, it moves the page, but within the locale that it was in. From
\`fr/tank.md\` to \`tank.md\` that is a move to where the page is already: Wiki.js refuses it, *the whole sync ends there*, and
the files that come after it are never imported. Move the page in the wiki instead; or delete it, let the site sync, and
add it anew: then there is no rename to be seen.`,
  example: {
    wrong: '--- /git status\nrenamed: fr/tank.md -> tank.md (text)\n--- /tank.md\n---\ntitle: Tank\n---\n\nWater.\n',
    right: '--- /git status\nnew file: tank.md (text)\n--- /tank.md\n---\ntitle: Tank\n---\n\nWater.\n',
  },
  concerns({ kind, file, from = '' }, { locale }) {
    const arePages = contentTypeOf(file) !== undefined && contentTypeOf(from) !== undefined;
    return kind === 'renamed' && arePages && addressOfFile(file, locale).locale !== addressOfFile(from, locale).locale;
  },
  message({ file, from = '' }, { locale }) {
    const [before, after] = [addressOfFile(from, locale), addressOfFile(file, locale)];
    return before.path === after.path
      ? `Wiki.js's sync moves pages within their locale only: it refuses to move ${from} here, and imports nothing that comes after it. Move it in the wiki, or delete it, sync, and add it anew.`
      : `Wiki.js's sync moves pages within their locale only: the page becomes /${after.path} in "${before.locale}", not in "${after.locale}". Move it in the wiki, or delete it, sync, and add it anew.`;
  },
};
