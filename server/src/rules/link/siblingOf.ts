import type { ResolvedLink, Wiki } from '../../index/wiki.ts';
import type { Page } from '../../page/page.ts';
import { addressKey } from '../../wiki/address.ts';
import { addressOfUrl } from '../../wiki/pageUrl.ts';

/**
 * The page beside the link's own page that a relative link would lead to anywhere else. On a Wiki.js site it leads
 * below the page instead (rules reference (d)).
 */
export function siblingOf({ link, page, target }: ResolvedLink, wiki: Wiki): Page | undefined {
  const [path = ''] = (link.url ?? '').split(/[?#]/);
  if (path === '' || path.startsWith('/') || path.includes(':')) return undefined;
  const { locale, path: own } = page.address;
  const folder = own.slice(0, own.lastIndexOf('/') + 1);
  const address = addressOfUrl(`/${locale}/${folder}${path}`, wiki.settings.site.locale);
  if (target !== undefined && addressKey(address) === addressKey(target)) return undefined;
  return wiki.pageAt(address);
}
