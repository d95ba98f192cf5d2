import type { Wiki } from '../index/wiki.ts';
import { expandMoves, targetOfFile } from './moveFiles.ts';
import { isSameTarget, targetOf } from './pointAt.ts';

/** How many links and images of the pages that stay lead to files or folders that leave the wiki. */
export function linksLost(wiki: Wiki, leaving: readonly string[]): number {
  if (leaving.length === 0) return 0;
  const files = expandMoves(wiki, new Map(leaving.map((path) => [path, path])));
  let lost = 0;
  for (const file of files.keys()) {
    const target = targetOfFile(file, wiki);
    const users =
      target.kind === 'asset' ? wiki.assetUsers(file) : wiki.backlinks(target.address).map(({ from }) => from);
    for (const page of new Set(users)) {
      if (files.has(page.file)) continue;
      lost += wiki.linksOf(page).filter((link) => isSameTarget(targetOf(link), target)).length;
      lost += wiki.imagesOf(page).filter(({ asset }) => asset === file).length;
    }
  }
  return lost;
}
