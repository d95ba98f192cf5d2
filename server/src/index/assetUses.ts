import { addTo, removeFrom } from './multiMap.ts';

/** Which pages show or link to which file that is no page. */
export class AssetUses {
  readonly #assetsOf = new Map<string, ReadonlySet<string>>();
  readonly #usersOf = new Map<string, Set<string>>();

  /** The pages with a link to an asset, or an image of it, by file. */
  usersOf(asset: string): ReadonlySet<string> {
    return this.#usersOf.get(asset) ?? none;
  }

  /** Replaces the assets that a page uses; an empty set removes it. Gives back those that gained or lost the page as a user. */
  replace(file: string, assets: ReadonlySet<string>): string[] {
    const before = this.#assetsOf.get(file) ?? none;
    const lost = [...before].filter((asset) => !assets.has(asset));
    const gained = [...assets].filter((asset) => !before.has(asset));
    for (const asset of lost) removeFrom(this.#usersOf, asset, file);
    for (const asset of gained) addTo(this.#usersOf, asset, file);
    if (assets.size === 0) this.#assetsOf.delete(file);
    else this.#assetsOf.set(file, assets);
    return [...lost, ...gained];
  }
}

const none: ReadonlySet<string> = new Set();
