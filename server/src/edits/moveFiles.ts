import type { Wiki } from '../index/wiki.ts';
import type { Page } from '../page/page.ts';
import { addressOfFile, contentTypeOf, storedAddress } from '../wiki/pageFile.ts';
import { followMoves, type Moved, type Place, type Relocation } from './followMoves.ts';
import type { TextChange } from './plan.ts';
import type { Target } from './pointAt.ts';

/** New names of files by their old ones, relative to the wiki's root. All of them move at once. */
export type FileMoves = ReadonlyMap<string, string>;

/** The changes that are needed before files move, so that every link that leads somewhere will lead there then. */
export function changesForMoves(wiki: Wiki, moves: FileMoves): TextChange[] {
  return followMoves(wiki, relocationOf(wiki, moves));
}

/**
 * The moves of files that a move of files and folders comes to, as far as the wiki knows of the files.
 *
 * @param moves new paths by old ones; each may be a folder
 */
export function expandMoves(wiki: Wiki, moves: FileMoves): FileMoves {
  const files = new Map<string, string>();
  const folders = new Map<string, string>();
  for (const [from, to] of moves) {
    if (wiki.files.has(from) || wiki.hasAsset(from)) files.set(from, to);
    else folders.set(from, to);
  }
  if (folders.size === 0) return files;
  for (const file of [...wiki.files.keys(), ...wiki.assets()]) {
    for (let slash = file.lastIndexOf('/'); slash > 0 && !files.has(file); slash = file.lastIndexOf('/', slash - 1)) {
      const to = folders.get(file.slice(0, slash));
      if (to !== undefined) files.set(file, to + file.slice(slash));
    }
  }
  return files;
}

function relocationOf(wiki: Wiki, moves: FileMoves): Relocation {
  const moved: Moved[] = [];
  const pages = new Map<string, Place>();
  for (const [from, to] of moves) {
    const page = wiki.files.get(from);
    const after = targetOfFile(to, wiki);
    if (page === undefined) moved.push({ before: { kind: 'asset', file: from }, after });
    else if (isMeantByLinks(page, wiki)) moved.push({ before: { kind: 'page', address: page.address }, after });
    if (page !== undefined && after.kind === 'page') pages.set(from, { before: page.address, after: after.address });
  }
  const stays = (target: Target) =>
    target.kind === 'asset' ? wiki.hasAsset(target.file) : wiki.filesAt(target.address).length > 0;
  return { moved, pages, stays };
}

/** What a file is to links, by its name. */
export function targetOfFile(file: string, { settings }: Wiki): Target {
  if (contentTypeOf(file) === undefined) return { kind: 'asset', file };
  return { kind: 'page', address: storedAddress(addressOfFile(file, settings.site.locale)) };
}

/** Of two files that are one page, links lead to the one that the site shows. One that is refused may still be meant. */
function isMeantByLinks(page: Page, wiki: Wiki): boolean {
  const shown = wiki.pageAt(page.address);
  return shown === page || (shown === undefined && wiki.filesAt(page.address).length === 1);
}
