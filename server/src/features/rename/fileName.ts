import { changesForMoves } from '../../edits/moveFiles.ts';
import type { PlanOrReason } from '../../edits/renameHeading.ts';
import type { Page } from '../../page/page.ts';
import type { OffsetRange } from '../../util/range.ts';
import { addressKey } from '../../wiki/address.ts';
import { addressOfFile, fileOfAddress, storedAddress } from '../../wiki/pageFile.ts';
import { illegalPathReason, isReservedPath } from '../../wiki/pagePath.ts';
import { addressOfUrl, urlOfAddress } from '../../wiki/pageUrl.ts';
import type { WikiSettings } from '../../wiki/settings.ts';
import type { PageContext } from '../context.ts';
import { illegalPathReasons } from '../illegalPath.ts';
import type { Renameable } from './renameable.ts';

/** The path of a page: its file moves, and all links follow. */
export function pathName(context: PageContext, page: Page, range: OffsetRange): Renameable {
  const { settings } = context.wiki;
  const name = urlOfPath(page, settings);
  return {
    range,
    name,
    rename: async (newName) => {
      const wanted = fileFor(page, newName, settings);
      return 'reason' in wanted ? wanted : renameFile(context, page.file, wanted.file);
    },
  };
}

/** The name of a file that is no page, with its folder. */
export function assetName(context: PageContext, file: string, range: OffsetRange): Renameable {
  return {
    range,
    name: `/${file}`,
    rename: async (newName) => {
      const to = newName.trim().replace(/^\/+/, '');
      if (to === '' || to.endsWith('/')) return { reason: 'A file needs a name.' };
      if (to.split('/').some((segment) => segment === '' || segment === '.' || segment === '..'))
        return { reason: 'The path is that from the top of the wiki, without dots between the slashes.' };
      return renameFile(context, file, to);
    },
  };
}

function renameFile({ wiki }: PageContext, from: string, to: string): PlanOrReason {
  if (from === to) return { plan: { steps: [] } };
  if (wiki.files.has(to) || wiki.hasAsset(to)) return { reason: `There is already a file ${to}.` };
  const page = wiki.files.get(from);
  if (page !== undefined) {
    const address = storedAddress(addressOfFile(to, wiki.settings.site.locale));
    const [taken] = wiki.filesAt(address).filter((other) => other !== page);
    if (taken !== undefined) return { reason: `There is already a page there: ${taken.file}.` };
  }
  const moves = new Map([[from, to]]);
  return { plan: { steps: [...changesForMoves(wiki, moves), { kind: 'rename', from, to }] } };
}

/** A path as a person says it: as in a link, without the locale where that goes without saying. */
function urlOfPath({ address }: Page, { site }: WikiSettings): string {
  return address.locale === site.locale ? `/${address.path}` : `/${address.locale}/${address.path}`;
}

/** The file of a page at another path, or why Wiki.js would not have it there (rules reference (a), (c)). */
function fileFor(
  page: Page,
  typed: string,
  { site }: WikiSettings,
): { readonly file: string } | { readonly reason: string } {
  const path = typed.trim().replace(/^\/+|\/+$/g, '');
  const extension = page.file.slice(page.file.lastIndexOf('.'));
  const named = path.endsWith(extension) ? path.slice(0, -extension.length) : path;
  if (named === '') return { reason: 'A page needs a path.' };
  const illegal = illegalPathReason(named);
  if (illegal !== undefined) return { reason: `${illegalPathReasons[illegal]}.` };
  const address = storedAddress(addressOfFile(`${named}${extension}`, site.locale));
  if (isReservedPath(address.path)) return { reason: `Wiki.js keeps the path /${address.path} for itself.` };
  const url = urlOfAddress(address, site);
  if (addressKey(addressOfUrl(url, site.locale)) !== addressKey(address))
    return { reason: `Wiki.js cannot open /${named} by its URL, so no link would reach the page.` };
  const isInLocaleFolder = page.file.startsWith(`${address.locale}/`);
  const file = fileOfAddress(address, page.contentType, site);
  return { file: isInLocaleFolder && !file.startsWith(`${address.locale}/`) ? `${address.locale}/${file}` : file };
}
