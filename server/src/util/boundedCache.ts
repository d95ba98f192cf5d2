/** Texts by key, until they take too much memory: then those go that were asked for longest ago. */
export class BoundedCache {
  private readonly texts = new Map<string, string | undefined>();
  private readonly limit: number;
  private size = 0;

  /** @param limit how many characters keys and texts may have together */
  constructor(limit: number) {
    this.limit = limit;
  }

  /** The text of a key, worked out if it is not known. An undefined text is kept too. */
  get(key: string, work: (key: string) => { readonly text: string | undefined; readonly mayBeKept: boolean }) {
    if (this.texts.has(key)) {
      const known = this.texts.get(key);
      this.texts.delete(key);
      this.texts.set(key, known);
      return known;
    }
    const { text, mayBeKept } = work(key);
    if (mayBeKept) this.add(key, text);
    return text;
  }

  private add(key: string, text: string | undefined): void {
    this.texts.set(key, text);
    this.size += sizeOf(key, text);
    for (const [oldest, old] of this.texts) {
      if (this.size <= this.limit) break;
      this.texts.delete(oldest);
      this.size -= sizeOf(oldest, old);
    }
  }
}

function sizeOf(key: string, text = ''): number {
  return key.length + text.length;
}
