/** Length in bits and bits, first one lowest, of each symbol. */
export interface HuffmanCode {
  readonly lengths: Uint8Array;
  readonly codes: Uint16Array;
}

/** Code lengths that suit given frequencies. */
export interface BuiltCode {
  readonly lengths: Uint8Array;
  /** The greatest symbol that has a code. */
  readonly lastSymbol: number;
}

/** In which order the lengths of the code for code lengths are written (RFC 1951, 3.2.7). */
export const lengthCodeOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/**
 * The code that zlib builds for given frequencies: of equal ones the shallower tree comes first, there are always two
 * symbols at least, and codes that are too long are shortened at the cost of others.
 */
export function buildCode(frequencies: Uint32Array, maximalLength: number): BuiltCode {
  const symbolCount = frequencies.length;
  const weights = [...frequencies];
  const depths: number[] = new Array(symbolCount).fill(0);
  const parents: number[] = [];
  const heap = [...weights.keys()].filter((symbol) => (weights[symbol] ?? 0) > 0);
  let lastSymbol = heap.at(-1) ?? -1;
  while (heap.length < 2) {
    const symbol = lastSymbol < 2 ? ++lastSymbol : 0;
    weights[symbol] = 1;
    heap.push(symbol);
  }

  const isSmaller = (a: number, b: number): boolean => {
    const difference = (weights[a] ?? 0) - (weights[b] ?? 0);
    return difference < 0 || (difference === 0 && (depths[a] ?? 0) <= (depths[b] ?? 0));
  };
  for (let i = (heap.length >> 1) - 1; i >= 0; i--) siftDown(heap, i, isSmaller);

  /** Nodes from the root down, in the order in which lengths are given out. */
  const fromRoot: number[] = [];
  while (heap.length >= 2) {
    const first = heap[0] ?? 0;
    const tail = heap.pop() ?? 0;
    heap[0] = tail;
    siftDown(heap, 0, isSmaller);
    const second = heap[0] ?? 0;
    const node = weights.length;
    weights.push((weights[first] ?? 0) + (weights[second] ?? 0));
    depths.push(Math.max(depths[first] ?? 0, depths[second] ?? 0) + 1);
    parents[first] = node;
    parents[second] = node;
    fromRoot.push(first, second);
    heap[0] = node;
    siftDown(heap, 0, isSmaller);
  }
  fromRoot.push(heap[0] ?? 0);
  return { lengths: limitedLengths(fromRoot.reverse(), parents, symbolCount, maximalLength), lastSymbol };
}

function siftDown(heap: number[], from: number, isSmaller: (a: number, b: number) => boolean): void {
  const moved = heap[from] ?? 0;
  let at = from;
  for (let child = 2 * at + 1; child < heap.length; child = 2 * at + 1) {
    const right = child + 1;
    const smaller = right < heap.length && isSmaller(heap[right] ?? 0, heap[child] ?? 0) ? right : child;
    if (isSmaller(moved, heap[smaller] ?? 0)) break;
    heap[at] = heap[smaller] ?? 0;
    at = smaller;
  }
  heap[at] = moved;
}

function limitedLengths(
  fromRoot: readonly number[],
  parents: readonly number[],
  symbolCount: number,
  maximalLength: number,
): Uint8Array {
  const lengths: number[] = new Array(symbolCount).fill(0);
  const counts: number[] = new Array(maximalLength + 1).fill(0);
  let overflow = 0;
  const countUp = (length: number, by: number): void => {
    counts[length] = (counts[length] ?? 0) + by;
  };
  for (const node of fromRoot) {
    const parent = parents[node];
    const wanted = parent === undefined ? 0 : (lengths[parent] ?? 0) + 1;
    if (wanted > maximalLength) overflow++;
    lengths[node] = Math.min(wanted, maximalLength);
    if (node < symbolCount) countUp(lengths[node] ?? 0, 1);
  }
  if (overflow === 0) return Uint8Array.from(lengths.slice(0, symbolCount));
  for (; overflow > 0; overflow -= 2) {
    let length = maximalLength - 1;
    while (counts[length] === 0) length--;
    countUp(length, -1);
    countUp(length + 1, 2);
    countUp(maximalLength, -1);
  }
  const leaves = fromRoot.filter((node) => node < symbolCount).reverse();
  const result = new Uint8Array(symbolCount);
  let next = 0;
  for (let length = maximalLength; length > 0; length--) {
    for (let left = counts[length] ?? 0; left > 0; left--) result[leaves[next++] ?? 0] = length;
  }
  return result;
}

/** The bits of each symbol, by the lengths alone (RFC 1951, 3.2.2). */
export function codesOf(lengths: Uint8Array): HuffmanCode {
  const codes = new Uint16Array(lengths.length);
  let code = 0;
  for (let length = 1; length <= 15; length++) {
    code <<= 1;
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      if (lengths[symbol] === length) codes[symbol] = reversed(code++, length);
    }
  }
  return { lengths, codes };
}

function reversed(code: number, length: number): number {
  let result = 0;
  for (let bit = 0; bit < length; bit++) result |= ((code >> bit) & 1) << (length - 1 - bit);
  return result;
}

/** A symbol of the code for code lengths: a length, or a repetition with its count in extra bits. */
export interface LengthSymbol {
  readonly symbol: number;
  readonly extra: number;
  readonly extraBits: number;
}

/** How the code lengths of a block are written before it. */
export interface EncodedLengths {
  readonly symbols: readonly LengthSymbol[];
  readonly code: BuiltCode;
  /** How many lengths of that code are written. */
  readonly codeCount: number;
  /** The size of it all. */
  readonly bits: number;
}

/** Encodes the code lengths of literals and distances, each up to its last symbol. */
export function encodeLengths(
  literalLengths: Uint8Array,
  lastLiteral: number,
  distanceLengths: Uint8Array,
  lastDistance: number,
): EncodedLengths {
  const symbols = [
    ...repeatsIn([...literalLengths.subarray(0, lastLiteral + 1)]),
    ...repeatsIn([...distanceLengths.subarray(0, lastDistance + 1)]),
  ];
  const frequencies = new Uint32Array(19);
  for (const { symbol } of symbols) frequencies[symbol] = (frequencies[symbol] ?? 0) + 1;
  const code = buildCode(frequencies, 7);
  let codeCount = 19;
  while (codeCount > 4 && code.lengths[lengthCodeOrder[codeCount - 1] ?? 0] === 0) codeCount--;
  const bits = symbols.reduce((sum, { symbol, extraBits }) => sum + (code.lengths[symbol] ?? 0) + extraBits, 0);
  return { symbols, code, codeCount, bits: bits + 3 * codeCount + 5 + 5 + 4 };
}

/** Runs of equal lengths, broken up as zlib does: a run of zeros at 138, another at 7 with its first one, then at 6. */
function repeatsIn(lengths: readonly number[]): LengthSymbol[] {
  const symbols: LengthSymbol[] = [];
  let previous = -1;
  for (let start = 0; start < lengths.length; ) {
    const length = lengths[start] ?? 0;
    const maximum = length === 0 ? 138 : length === previous ? 6 : 7;
    let count = 1;
    while (count < maximum && lengths[start + count] === length) count++;
    symbols.push(...symbolsOfRun(length, count, length === previous));
    previous = length;
    start += count;
  }
  return symbols;
}

function symbolsOfRun(length: number, count: number, isContinued: boolean): LengthSymbol[] {
  const literal = { symbol: length, extra: 0, extraBits: 0 };
  if (count < (length === 0 || isContinued ? 3 : 4)) return new Array<LengthSymbol>(count).fill(literal);
  if (length !== 0) {
    const repeated = isContinued ? count : count - 1;
    const repeat = { symbol: 16, extra: repeated - 3, extraBits: 2 };
    return isContinued ? [repeat] : [literal, repeat];
  }
  if (count <= 10) return [{ symbol: 17, extra: count - 3, extraBits: 3 }];
  return [{ symbol: 18, extra: count - 11, extraBits: 7 }];
}
