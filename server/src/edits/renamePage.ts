import type { ResolvedLink, Wiki } from '../index/wiki.ts';
import type { Page } from '../page/page.ts';
import { addressKey } from '../wiki/address.ts';
import { addressOfFile, storedAddress } from '../wiki/pageFile.ts';
import { urlOfAddress } from '../wiki/pageUrl.ts';
import { urlOfAsset } from './destination.ts';
import { changePlainPath, referringImage, referringLink } from './linkEdits.ts';
import type { EditPlan, TextChange } from './plan.ts';

/**
 * A plan that renames a page's file and keeps the links that work working: those to the page, and the relative ones on it,
 * which become absolute. Undefined if the name is taken.
 */
export function renamePage(page: Page, to: string, wiki: Wiki): EditPlan | undefined {
  if (page.file === to || wiki.files.has(to) || wiki.hasAsset(to)) return undefined;
  const { site } = wiki.settings;
  const address = storedAddress(addressOfFile(to, site.locale));
  const rename = { kind: 'rename', from: page.file, to } as const;
  if (addressKey(address) === addressKey(page.address)) return { steps: [rename] };
  const path = urlOfAddress(address, site);
  const changes = [...linksTo(page, path, wiki), ...relativeOnes(page, path, wiki)];
  return { steps: [...unique(changes), rename] };
}

/** The links to the page from all pages, itself included. */
function linksTo(page: Page, path: string, wiki: Wiki): TextChange[] {
  if (wiki.pageAt(page.address) !== page) return [];
  return wiki
    .backlinks(page.address)
    .filter(({ link }) => link.kind === 'internal-valid' || link.kind === 'asset')
    .flatMap(({ from, link }) => changePlainPath(from.file, referringLink(link.link), path) ?? []);
}

/** The relative links and images on the page that lead somewhere else than to the page itself. */
function relativeOnes(page: Page, path: string, wiki: Wiki): TextChange[] {
  const links = wiki.linksOf(page).flatMap((link) => {
    const target = isRelative(link.link.href) ? targetOf(link, wiki) : undefined;
    if (target === undefined) return [];
    return changePlainPath(page.file, referringLink(link.link), target.page === page ? path : target.url) ?? [];
  });
  const images = wiki.imagesOf(page).flatMap(({ image, asset }) => {
    if (asset === undefined || !isRelative(image.src) || !wiki.hasAsset(asset)) return [];
    return changePlainPath(page.file, referringImage(image), urlOfAsset(asset)) ?? [];
  });
  return [...links, ...images];
}

function targetOf({ target, asset }: ResolvedLink, wiki: Wiki): { url: string; page?: Page } | undefined {
  const page = target === undefined ? undefined : wiki.pageAt(target);
  if (page !== undefined) return { url: urlOfAddress(page.address, wiki.settings.site), page };
  return asset !== undefined && wiki.hasAsset(asset) ? { url: urlOfAsset(asset) } : undefined;
}

function isRelative(href: string | undefined): boolean {
  return href !== undefined && href !== '' && !/^[/#?]|:/.test(href);
}

/** A definition that several links use is changed once. */
function unique(changes: readonly TextChange[]): TextChange[] {
  const places = new Map(changes.map((change) => [`${change.file}:${change.range.start}`, change]));
  return [...places.values()];
}
