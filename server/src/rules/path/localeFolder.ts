import type { Wiki } from '../../index/wiki.ts';
import type { Page } from '../../page/page.ts';
import { isLocaleSegment } from '../../wiki/pagePath.ts';
import type { Rule } from '../rule.ts';
import { renameFix, stemOf, wholeFile } from './stem.ts';

/** Knows the languages, and by that which two letters are none: `qa`, `ui`, `js`. */
const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

export const localeFolder: Rule = {
  code: 'path/locale-folder',
  severity: 'warning',
  summary: 'A folder of two letters is taken for a locale.',
  explanation: `Wiki.js takes every top folder of two letters for a locale, whether the site has that locale or not: \`qa/tests.md\` is
the page \`tests\` in the language "qa". It is missing from the navigation, and the link \`/tests\` does not find it.

A folder named as a language is taken at its word if there is a sign that it is meant: the site's URLs carry locales
(\`site.namespacing\`), the folder holds a home page or several pages, or a page of it exists in another locale too.
Set the rule to \`off\` if a single folder is misjudged.`,
  example: {
    wrong: '--- /qa/tests.md\n---\ntitle: Tests\n---\n\nDip the strip.\n',
    right: '--- /quality/tests.md\n---\ntitle: Tests\n---\n\nDip the strip.\n',
  },
  check(page, wiki, report) {
    const folder = page.file.split('/')[0] ?? '';
    if (folder === page.file || !isLocaleSegment(folder) || folder === wiki.settings.site.locale) return;
    if (isMeant(page, folder, wiki)) return;
    const { path } = page.address;
    report(
      wholeFile(page, `Wiki.js takes the folder ${folder}/ for a locale: this is the page '${path}' in '${folder}'.`),
    );
  },
  fixes(_problem, { page, wiki }) {
    const stem = stemOf(page.file);
    const slash = stem.indexOf('/');
    return renameFix(page, wiki, `${stem.slice(0, slash)}-pages${stem.slice(slash)}`, true);
  },
};

/** Whether there is a sign that the folder is the language that it is named as. */
function isMeant(page: Page, folder: string, wiki: Wiki): boolean {
  // A locale of Wiki.js is written in small letters: AI/ and IT/ are none.
  if (/^[A-Z]/.test(folder) || languages.of(folder) === undefined) return false;
  if (wiki.settings.site.namespacing || page.address.path === 'home') return true;
  if (wiki.nearAddresses(page.address).otherLocale.length > 0) return true;
  return hasSeveralPages(folder, page.file, wiki);
}

function hasSeveralPages(folder: string, except: string, wiki: Wiki): boolean {
  for (const file of wiki.files.keys()) if (file !== except && file.startsWith(`${folder}/`)) return true;
  return false;
}
