import { unescapePercent } from '../util/percentEncoding.ts';

/** What is looked for, in lower case. */
export interface Query {
  readonly whole: string;
  readonly words: readonly string[];
}

/** How well something fits a query, from the best: the same, beginning with it, holding its words, holding its letters in order. */
export const fit = { exact: 0, prefix: 1, word: 2, part: 3, fuzzy: 4, none: 5 } as const;
export type Fit = (typeof fit)[keyof typeof fit];

/** A query of what a person has typed: letter case, dots and slashes at the beginning and percent encoding do not matter. */
export function queryOf(typed: string): Query {
  const whole = unescapePercent(typed)
    .toLowerCase()
    .replace(/^(?:\.{0,2}\/)+|^\.{1,2}$/, '')
    .trimEnd();
  return { whole, words: whole.split(/[\s/_-]+/).filter((word) => word !== '') };
}

/** How well the best of several texts fits; all of them in lower case. Words may be spread over them. */
export function fitOf(query: Query, texts: readonly string[]): Fit {
  const { whole, words } = query;
  if (whole === '') return fit.prefix;
  let best: Fit = fit.none;
  for (const text of texts) {
    if (text === whole) return fit.exact;
    if (text.startsWith(whole)) best = fit.prefix;
  }
  if (best !== fit.none) return best;
  if (words.length === 0) return texts.some((text) => text.includes(whole)) ? fit.part : fit.none;
  let worst: Fit = fit.word;
  for (const word of words) {
    let found: Fit = fit.none;
    for (const text of texts) found = better(found, fitOfWord(word, text));
    if (found === fit.none) return fit.none;
    if (found > worst) worst = found;
  }
  return worst;
}

/** The same for one text, without the fit by letters alone: for texts that are looked at by the hundred thousand. */
export function fitOfText({ whole, words }: Query, text: string): Fit {
  if (text.startsWith(whole)) return text.length === whole.length ? fit.exact : fit.prefix;
  let worst: Fit = words.length === 0 ? fit.none : fit.word;
  for (const word of words) {
    const at = text.indexOf(word);
    if (at < 0) return fit.none;
    if (worst === fit.word && fitOfWord(word, text) !== fit.word) worst = fit.part;
  }
  return worst;
}

function better(a: Fit, b: Fit): Fit {
  return a < b ? a : b;
}

function fitOfWord(word: string, text: string): Fit {
  let at = text.indexOf(word);
  if (at >= 0) {
    for (; at >= 0; at = text.indexOf(word, at + 1)) if (isWordStart(text, at)) return fit.word;
    return fit.part;
  }
  return isSubsequence(word, text) ? fit.fuzzy : fit.none;
}

/** Whether the letters of a word stand in a text in this order, the first of them at the start of a word. */
function isSubsequence(word: string, text: string): boolean {
  for (let start = text.indexOf(word.charAt(0)); start >= 0; start = text.indexOf(word.charAt(0), start + 1)) {
    if (!isWordStart(text, start)) continue;
    let from = start;
    let i = 0;
    for (; i < word.length && from >= 0; i++) {
      from = text.indexOf(word.charAt(i), from);
      if (from >= 0) from++;
    }
    return from >= 0 && i === word.length;
  }
  return false;
}

const letterOrDigit = /[\p{L}\p{N}]/u;

function isWordStart(text: string, at: number): boolean {
  if (at === 0) return true;
  const code = text.charCodeAt(at - 1);
  if (code < 128) return !((code >= 97 && code <= 122) || (code >= 48 && code <= 57));
  return !letterOrDigit.test(text.charAt(at - 1));
}

/** The best of many, in order: those of the lowest rank, and among these by their key. Costs little for those that are left out. */
export class BestOf<T> {
  readonly #most: number;
  readonly #entries: { rank: number; key: string; value: T }[] = [];
  #isCut = false;

  constructor(most: number) {
    this.#most = most;
  }

  /** Whether something was left out. */
  get isCut(): boolean {
    return this.#isCut;
  }

  get values(): T[] {
    return this.#entries.map(({ value }) => value);
  }

  /** Whether something of this rank has a place, so that it is worth being made; what has none is noted as left out. */
  wants(rank: number, key: string): boolean {
    const last = this.#entries.at(-1);
    if (this.#entries.length < this.#most || last === undefined || isBefore(rank, key, last)) return true;
    this.#isCut = true;
    return false;
  }

  add(rank: number, key: string, value: T): void {
    const entry = { rank, key, value };
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.#entries[middle];
      if (other !== undefined && isBefore(rank, key, other)) high = middle;
      else low = middle + 1;
    }
    this.#entries.splice(low, 0, entry);
    if (this.#entries.length <= this.#most) return;
    this.#entries.pop();
    this.#isCut = true;
  }
}

function isBefore(rank: number, key: string, other: { rank: number; key: string }): boolean {
  return rank < other.rank || (rank === other.rank && key < other.key);
}
