interface Entry<Value> {
  readonly key: string;
  readonly value: Value | undefined;
  readonly size: number;
}

/** Values by key, until they take too much memory: then those go that were asked for longest ago. */
export class BoundedCache<Value> {
  private readonly entries = new Map<string, Entry<Value>>();
  private readonly limit: number;
  private readonly sizeOf: (value: Value) => number;
  private size = 0;

  /** @param limit how large keys, by their characters, and values, by `sizeOf`, may be together */
  constructor(limit: number, sizeOf: (value: Value) => number) {
    this.limit = limit;
    this.sizeOf = sizeOf;
  }

  /**
   * The value of a key, worked out if it is not known. That there is none is kept too.
   *
   * @param own gives the key as it is to be kept
   */
  get(
    key: string,
    work: () => { readonly value: Value | undefined; readonly mayBeKept: boolean },
    own: (key: string) => string = (same) => same,
  ): Value | undefined {
    const known = this.entries.get(key);
    if (known !== undefined) {
      this.entries.delete(key);
      this.entries.set(known.key, known);
      return known.value;
    }
    const { value, mayBeKept } = work();
    if (mayBeKept) this.add(own(key), value);
    return value;
  }

  private add(key: string, value: Value | undefined): void {
    const size = key.length + (value === undefined ? 0 : this.sizeOf(value));
    this.entries.set(key, { key, value, size });
    this.size += size;
    for (const oldest of this.entries.values()) {
      if (this.size <= this.limit) break;
      this.entries.delete(oldest.key);
      this.size -= oldest.size;
    }
  }
}
