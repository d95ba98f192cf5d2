import type { Wiki } from '../../index/wiki.ts';
import type { Page } from '../../page/page.ts';

/**
 * The page that a link with dots in its path means: one whose file has these dots, which its address has not
 * (rules reference (a)). Looked for in the locales given.
 */
export function dottedPage(path: string, locales: readonly string[], wiki: Wiki): Page | undefined {
  if (!path.includes('.')) return undefined;
  const address = path.replace(/\.adoc$/, '').replaceAll('.', '');
  for (const locale of new Set(locales)) {
    const page = wiki.pageAt({ locale, path: address });
    if (page !== undefined) return page;
  }
  return undefined;
}
