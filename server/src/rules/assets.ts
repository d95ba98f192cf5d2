import { urlOfAsset } from '../edits/destination.ts';
import type { Wiki } from '../index/wiki.ts';
import type { PageAddress } from '../wiki/address.ts';
import { targetOfAsset } from '../wiki/href.ts';
import { nearest, similarity } from './nearest.ts';

/** The assets that a missing file may mean and that a URL can reach, the likeliest first. */
export function likelyAssets(file: string, from: PageAddress, wiki: Wiki): string[] {
  const name = nameOf(file);
  const likeness = (asset: string) => {
    if (asset.toLowerCase() === file.toLowerCase()) return 1;
    return Math.max(similarity(asset, file), 0.95 * similarity(nameOf(asset), name));
  };
  return nearest(wiki.assets(), likeness, { least: 0.7, count: 3 }).filter(
    (asset) => targetOfAsset(urlOfAsset(asset), from, wiki.settings.site).file === asset,
  );
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}
