import type { ResolvedLink } from '../../server/src/index/wiki.ts';
import type { WikiIndex } from '../../server/src/index/wikiIndex.ts';
import type { Page } from '../../server/src/page/page.ts';

/** What each link and image of each page leads to, in the order of the page; undefined for what leads nowhere in the wiki. */
export type LinkGraph = ReadonlyMap<string, readonly (string | undefined)[]>;

/**
 * The graph of a wiki: the file of the page that a link leads to, with the number of the heading that its fragment names, or
 * the file of the asset.
 */
export function linkGraphOf(wiki: WikiIndex): LinkGraph {
  return new Map([...wiki.files.values()].map((page) => [page.file, targetsOf(page, wiki)]));
}

function targetsOf(page: Page, wiki: WikiIndex): (string | undefined)[] {
  const links = wiki.linksOf(page).map((link) => targetOf(link, wiki));
  const images = wiki
    .imagesOf(page)
    .map(({ asset }) => (asset !== undefined && wiki.hasAsset(asset) ? asset : undefined));
  return [...links, ...images];
}

function targetOf({ target, asset, fragment }: ResolvedLink, wiki: WikiIndex): string | undefined {
  if (asset !== undefined && wiki.hasAsset(asset)) return asset;
  const page = target === undefined ? undefined : wiki.pageAt(target);
  if (page === undefined) return undefined;
  const heading = page.headings.findIndex(({ id }) => id !== null && id === fragment);
  return heading === -1 ? page.file : `${page.file} heading ${heading}`;
}

/** The graph under new names of files. */
export function renamedGraph(graph: LinkGraph, moves: ReadonlyMap<string, string>): LinkGraph {
  const renamed = (target: string | undefined) => {
    if (target === undefined) return undefined;
    const [file = '', heading] = target.split(' heading ');
    const moved = moves.get(file) ?? file;
    return heading === undefined ? moved : `${moved} heading ${heading}`;
  };
  return new Map([...graph].map(([file, targets]) => [moves.get(file) ?? file, targets.map(renamed)]));
}
