import { addressKey } from '../../wiki/address.ts';
import { addressOfUrl } from '../../wiki/pageUrl.ts';
import type { Rule } from '../rule.ts';
import { renameFix, stemOf, wholeFile } from './stem.ts';

export const unreachable: Rule = {
  code: 'path/unreachable',
  severity: 'error',
  summary: 'No URL opens the page.',
  explanation: `Wiki.js takes the characters \`: * ? " | < >\` out of a URL, but stores a page whose path holds one. Such a page stands in
the navigation and in the search, and a click on it says that it does not exist.`,
  example: {
    wrong: '--- /why?.md\n---\ntitle: Why?\n---\n\nWhy not.\n',
    right: '--- /why.md\n---\ntitle: Why?\n---\n\nWhy not.\n',
  },
  check(page, wiki, report) {
    const { locale, path } = page.address;
    if (page.importError?.reason === 'path-illegal') return;
    const url = `/${locale}/${path.split('/').map(encodeURIComponent).join('/')}`;
    if (addressKey(addressOfUrl(url, wiki.settings.site.locale)) === addressKey(page.address)) return;
    report(wholeFile(page, `No URL opens this page: Wiki.js drops characters of its path (${path}) from URLs.`));
  },
  fixes(_problem, { page, wiki }) {
    const mended = stemOf(page.file)
      .split('/')
      .map((segment) => segment.replace(/["|<>:*?\u0000-\u001f\u0080-\u009f]+/g, '-').replace(/^-+|-+$/g, ''))
      .filter((segment) => segment !== '')
      .join('/');
    return mended === '' ? [] : renameFix(page, wiki, mended, true);
  },
};
