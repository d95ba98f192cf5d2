import { addressKey, type PageAddress } from '../wiki/address.ts';

/** The folders that pages lie in, at any depth, each with how many do. */
export class Folders {
  readonly #counts = new Map<string, number>();

  has(folder: PageAddress): boolean {
    return this.#counts.has(addressKey(folder));
  }

  /** Gives the folders that were none before. */
  add(page: PageAddress): PageAddress[] {
    return foldersOf(page).filter((folder) => {
      const key = addressKey(folder);
      const count = this.#counts.get(key) ?? 0;
      this.#counts.set(key, count + 1);
      return count === 0;
    });
  }

  /** Gives the folders that are none any more. */
  delete(page: PageAddress): PageAddress[] {
    return foldersOf(page).filter((folder) => {
      const key = addressKey(folder);
      const count = this.#counts.get(key) ?? 0;
      if (count > 1) this.#counts.set(key, count - 1);
      return count === 1 && this.#counts.delete(key);
    });
  }
}

function foldersOf({ locale, path }: PageAddress): PageAddress[] {
  const folders: PageAddress[] = [];
  for (let slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1))
    folders.push({ locale, path: path.slice(0, slash) });
  return folders;
}
