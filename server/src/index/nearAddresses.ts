import { addressKey, type PageAddress } from '../wiki/address.ts';

/** The addresses of pages, to be found from a slightly wrong one. */
export class NearAddresses {
  readonly #byLowerPath = new Map<string, Map<string, PageAddress>>();

  add(address: PageAddress): void {
    const path = address.path.toLowerCase();
    const addresses = this.#byLowerPath.get(path);
    if (addresses === undefined) this.#byLowerPath.set(path, new Map([[addressKey(address), address]]));
    else addresses.set(addressKey(address), address);
  }

  delete(address: PageAddress): void {
    const path = address.path.toLowerCase();
    const addresses = this.#byLowerPath.get(path);
    if (addresses?.delete(addressKey(address)) && addresses.size === 0) this.#byLowerPath.delete(path);
  }

  /** Those that differ from an address only in the case of letters, and those that differ only in the locale. */
  of(address: PageAddress): { otherCase: readonly PageAddress[]; otherLocale: readonly PageAddress[] } {
    const key = addressKey(address);
    const near = [...(this.#byLowerPath.get(address.path.toLowerCase())?.values() ?? [])];
    const others = near.filter((other) => addressKey(other) !== key);
    const isSameLocale = (other: PageAddress) => other.locale.toLowerCase() === address.locale.toLowerCase();
    return {
      otherCase: others.filter(isSameLocale),
      otherLocale: others.filter((other) => !isSameLocale(other) && other.path === address.path),
    };
  }
}
