const hashSize = 1 << 15;
const windowSize = 1 << 15;
const maximalLength = 258;
const minimalLength = 3;

// The limits of zlib's level 6.
const goodLength = 8;
const niceLength = 128;
const maximalChain = 128;

/** Finds earlier occurrences of what stands at a position, by chains of positions with the same hash. */
export class Matcher {
  readonly maximalDistance = windowSize - (maximalLength + minimalLength + 1);
  private readonly heads = new Int32Array(hashSize);
  private readonly previous = new Int32Array(windowSize);

  constructor(private readonly data: Uint8Array) {}

  /** Enters a position, and gives the last one before it with the same hash; 0 if there is none, or if too little is left. */
  insert(position: number): number {
    if (position + minimalLength > this.data.length) return 0;
    const hash = this.hashAt(position);
    const head = this.heads[hash] ?? 0;
    this.previous[position & (windowSize - 1)] = head;
    this.heads[hash] = position;
    return head;
  }

  /**
   * The longest match that is longer than what is known already.
   *
   * @returns its length, or the known one without a start; never beyond the end of the data
   */
  longestMatch(
    position: number,
    candidate: number,
    knownLength: number,
  ): { length: number; start: number | undefined } {
    const remaining = this.data.length - position;
    const nice = Math.min(niceLength, remaining);
    const limit = Math.max(0, position - this.maximalDistance);
    let chain = knownLength >= goodLength ? maximalChain >> 2 : maximalChain;
    let length = knownLength;
    let start: number | undefined;
    for (let current = candidate; current > limit && chain > 0; chain--) {
      const found = this.commonLength(position, current);
      if (found > length) {
        length = found;
        start = current;
        if (found >= nice) break;
      }
      current = this.previous[current & (windowSize - 1)] ?? 0;
    }
    return { length: Math.min(length, remaining), start };
  }

  private commonLength(position: number, earlier: number): number {
    const end = Math.min(maximalLength, this.data.length - position);
    let length = 0;
    while (length < end && this.data[position + length] === this.data[earlier + length]) length++;
    return length;
  }

  private hashAt(position: number): number {
    const { data } = this;
    const bytes =
      (data[position] ?? 0) |
      ((data[position + 1] ?? 0) << 8) |
      ((data[position + 2] ?? 0) << 16) |
      ((data[position + 3] ?? 0) << 24);
    return ((Math.imul(bytes, 66521) + 66521) >>> 16) & (hashSize - 1);
  }
}
