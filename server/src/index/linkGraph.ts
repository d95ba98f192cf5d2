import { addressKey, type PageAddress } from '../wiki/address.ts';
import { addTo, removeFrom } from './multiMap.ts';
import type { LinkTarget } from './resolveLink.ts';

/** Which file links where. Links know their target whether or not a page is there, so pages can come and go. */
export class LinkGraph {
  readonly #targetsOf = new Map<string, readonly LinkTarget[]>();
  readonly #sourcesOf = new Map<string, Set<string>>();

  /** The links of a file, in document order. */
  targetsOf(file: string): readonly LinkTarget[] {
    return this.#targetsOf.get(file) ?? [];
  }

  /** The files with a link to an address, given as `addressKey` makes it. */
  sourcesOf(key: string): ReadonlySet<string> {
    return this.#sourcesOf.get(key) ?? new Set();
  }

  /** Replaces the links of a file; an empty list removes it. Gives back the addresses that gained or lost this file as a source. */
  replace(file: string, targets: readonly LinkTarget[]): PageAddress[] {
    const before = addressesOf(this.targetsOf(file));
    const after = addressesOf(targets);
    const differing: PageAddress[] = [];
    for (const [key, address] of before) {
      if (after.has(key)) continue;
      removeFrom(this.#sourcesOf, key, file);
      differing.push(address);
    }
    for (const [key, address] of after) {
      if (before.has(key)) continue;
      addTo(this.#sourcesOf, key, file);
      differing.push(address);
    }
    if (targets.length === 0) this.#targetsOf.delete(file);
    else this.#targetsOf.set(file, targets);
    return differing;
  }
}

function addressesOf(targets: readonly LinkTarget[]): Map<string, PageAddress> {
  const addresses = new Map<string, PageAddress>();
  for (const { target } of targets) if (target !== undefined) addresses.set(addressKey(target), target);
  return addresses;
}
