import type { Wiki } from '../../index/wiki.ts';
import type { Page } from '../../page/page.ts';
import { urlOfAddress } from '../../wiki/pageUrl.ts';
import { urlOfAsset } from '../destination.ts';
import { changePath, type Referring, referringImage, referringLink } from '../linkEdits.ts';
import type { TextChange } from '../plan.ts';
import { imageTarget, isSameTarget, linkTarget, type Target } from '../pointAt.ts';

/**
 * Writes the relative links and images of a page that lead somewhere by the path that works from everywhere; where they
 * lead stays the same. Links that lead nowhere are for the rules to mend.
 */
export function absoluteLinks(page: Page, text: string, wiki: Wiki): TextChange[] {
  const { settings } = wiki;
  const changes: TextChange[] = [];
  const add = (referring: Referring, target: Target | undefined, readBack: (url: string) => Target | undefined) => {
    const path = target === undefined || !isRelative(referring) ? undefined : pathOf(target, wiki);
    if (path === undefined) return;
    const suffix = /[?#].*$/s.exec(referring.url ?? '')?.[0] ?? '';
    // Some pages are reached by no path alone.
    if (isSameTarget(readBack(path + suffix), target)) changes.push(changePath(page.file, text, referring, path, path));
  };
  for (const link of page.links)
    add(referringLink(link), linkTarget(link, page.address, settings), (url) =>
      linkTarget({ ...link, url }, page.address, settings),
    );
  for (const image of page.images)
    add(referringImage(image), imageTarget(image, page.address, settings), (url) =>
      imageTarget({ ...image, url }, page.address, settings),
    );
  return changes;
}

/** The path of what is there; undefined if nothing is. */
function pathOf(target: Target, wiki: Wiki): string | undefined {
  if (target.kind === 'asset') return wiki.hasAsset(target.file) ? urlOfAsset(target.file) : undefined;
  return wiki.pageAt(target.address) === undefined ? undefined : urlOfAddress(target.address, wiki.settings.site);
}

function isRelative({ form, url, written }: Referring): boolean {
  if (form === 'autolink' || form === 'linkified' || form === 'footnote') return false;
  return written !== undefined && url !== undefined && url !== '' && !/^(?:[/#?]|[a-z][a-z0-9+.-]*:)/i.test(url);
}
