import type { Wiki } from '../../index/wiki.ts';
import type { Page } from '../../page/page.ts';
import { resolveHref, targetOfAsset } from '../../wiki/href.ts';

/** Whether a path, written in a link of this page, would lead to a page, a file or a part of Wiki.js itself. */
export function leadsSomewhere(path: string, from: Page, wiki: Wiki): boolean {
  const { site, rendering } = wiki.settings;
  const href = resolveHref(path, from.address, site, rendering.htmlCore?.absoluteLinks === true);
  if (href.kind === 'internal') return wiki.pageAt(href.target) !== undefined;
  if (href.kind !== 'asset') return href.kind === 'system';
  const { page, file } = targetOfAsset(path, from.address, site);
  return (page !== undefined && wiki.pageAt(page) !== undefined) || (file !== undefined && wiki.hasAsset(file));
}
