/** Knows the languages, and by that which folders of two letters are none: `qa`, `ui`. */
const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** Languages of two letters that are written from right to left. */
const rightToLeft: ReadonlySet<string> = new Set(['ar', 'dv', 'fa', 'he', 'iw', 'ps', 'sd', 'ug', 'ur', 'yi']);

/**
 * The attributes that say of an element in which language its text is, and which way that runs: Wiki.js goes by the
 * page's locale for both, whatever the letters of the text are.
 *
 * @returns with a space before each; nothing for a locale that is no language
 */
export function languageAttributes(locale: string): string {
  if (!/^[a-z]{2}(?:-[a-z]{2})?$/i.test(locale) || languages.of(locale) === undefined) return '';
  const direction = rightToLeft.has(locale.slice(0, 2).toLowerCase()) ? ' dir="rtl"' : '';
  return ` lang="${locale}"${direction}`;
}
