import { buildCode, codesOf, encodeLengths, type HuffmanCode, lengthCodeOrder } from './huffman.ts';

interface Symbol {
  /** 0 for a literal. */
  readonly distance: number;
  /** The literal, or the length of the match. */
  readonly value: number;
}

const endOfBlock = 256;

/** Of each length code the shortest length and the number of extra bits; the greatest length has its own (RFC 1951, 3.2.5). */
const lengthCodes = [...codeTable(28, 3, 4), { base: 258, extraBits: 0 }];
/** Of each distance code the shortest distance and the number of extra bits. */
const distanceCodes = codeTable(30, 1, 2);

const fixedLiteralLengths = Uint8Array.from({ length: 288 }, (_, code) =>
  code < 144 ? 8 : code < 256 ? 9 : code < 280 ? 7 : 8,
);
const fixedDistanceLengths = new Uint8Array(30).fill(5);

/** Collects literals and matches, and writes them in blocks of the cheapest of the three kinds, as zlib chooses. */
export class BlockWriter {
  private symbols: Symbol[] = [];
  private readonly output: number[] = [];
  private bitBuffer = 0;
  private bitCount = 0;
  private blockStart = 0;

  constructor(private readonly data: Uint8Array) {}

  get symbolCount(): number {
    return this.symbols.length;
  }

  addLiteral(value: number): void {
    this.symbols.push({ distance: 0, value });
  }

  addMatch(distance: number, length: number): void {
    this.symbols.push({ distance, value: length });
  }

  /** Writes what was collected. It stands for the data up to `dataEnd`. */
  endBlock(dataEnd: number, isLast: boolean): void {
    const { literals, distances, extraBits } = this.frequencies();
    const literalCode = buildCode(literals, 15);
    const distanceCode = buildCode(distances, 15);
    const header = encodeLengths(
      literalCode.lengths,
      literalCode.lastSymbol,
      distanceCode.lengths,
      distanceCode.lastSymbol,
    );
    const dynamicBits =
      header.bits + cost(literals, literalCode.lengths) + cost(distances, distanceCode.lengths) + extraBits;
    const fixedBits = cost(literals, fixedLiteralLengths) + cost(distances, fixedDistanceLengths) + extraBits;
    const dynamicBytes = (dynamicBits + 3 + 7) >> 3;
    const fixedBytes = (fixedBits + 3 + 7) >> 3;
    const storedLength = dataEnd - this.blockStart;
    const last = isLast ? 1 : 0;

    if (storedLength + 4 <= Math.min(dynamicBytes, fixedBytes)) {
      this.writeStored(dataEnd, last);
    } else if (fixedBytes <= dynamicBytes) {
      this.writeBits(2 + last, 3);
      this.writeSymbols(codesOf(fixedLiteralLengths), codesOf(fixedDistanceLengths));
    } else {
      this.writeBits(4 + last, 3);
      this.writeBits(literalCode.lastSymbol + 1 - 257, 5);
      this.writeBits(distanceCode.lastSymbol + 1 - 1, 5);
      this.writeBits(header.codeCount - 4, 4);
      for (const symbol of lengthCodeOrder.slice(0, header.codeCount))
        this.writeBits(header.code.lengths[symbol] ?? 0, 3);
      const lengthCode = codesOf(header.code.lengths);
      for (const { symbol, extra, extraBits: count } of header.symbols) {
        this.writeCode(lengthCode, symbol);
        this.writeBits(extra, count);
      }
      this.writeSymbols(codesOf(literalCode.lengths), codesOf(distanceCode.lengths));
    }
    this.symbols = [];
    this.blockStart = dataEnd;
    if (isLast) this.alignToByte();
  }

  /** All that was written. */
  bytes(): Uint8Array {
    return Uint8Array.from(this.output);
  }

  private frequencies(): { literals: Uint32Array; distances: Uint32Array; extraBits: number } {
    const literals = new Uint32Array(286);
    const distances = new Uint32Array(30);
    let extraBits = 0;
    const count = (frequencies: Uint32Array, symbol: number): void => {
      frequencies[symbol] = (frequencies[symbol] ?? 0) + 1;
    };
    count(literals, endOfBlock);
    for (const { distance, value } of this.symbols) {
      if (distance === 0) {
        count(literals, value);
        continue;
      }
      const length = codeFor(lengthCodes, value);
      const far = codeFor(distanceCodes, distance);
      count(literals, 257 + length);
      count(distances, far);
      extraBits += (lengthCodes[length]?.extraBits ?? 0) + (distanceCodes[far]?.extraBits ?? 0);
    }
    return { literals, distances, extraBits };
  }

  private writeStored(dataEnd: number, last: number): void {
    const length = dataEnd - this.blockStart;
    this.writeBits(last, 3);
    this.alignToByte();
    this.output.push(length & 255, length >> 8, ~length & 255, (~length >> 8) & 255);
    for (const byte of this.data.subarray(this.blockStart, dataEnd)) this.output.push(byte);
  }

  private writeSymbols(literalCode: HuffmanCode, distanceCode: HuffmanCode): void {
    for (const { distance, value } of this.symbols) {
      if (distance === 0) {
        this.writeCode(literalCode, value);
        continue;
      }
      const length = codeFor(lengthCodes, value);
      this.writeCode(literalCode, 257 + length);
      this.writeBits(value - (lengthCodes[length]?.base ?? 0), lengthCodes[length]?.extraBits ?? 0);
      const far = codeFor(distanceCodes, distance);
      this.writeCode(distanceCode, far);
      this.writeBits(distance - (distanceCodes[far]?.base ?? 0), distanceCodes[far]?.extraBits ?? 0);
    }
    this.writeCode(literalCode, endOfBlock);
  }

  private writeCode(code: HuffmanCode, symbol: number): void {
    this.writeBits(code.codes[symbol] ?? 0, code.lengths[symbol] ?? 0);
  }

  private writeBits(value: number, count: number): void {
    this.bitBuffer |= value << this.bitCount;
    this.bitCount += count;
    while (this.bitCount >= 8) {
      this.output.push(this.bitBuffer & 255);
      this.bitBuffer >>>= 8;
      this.bitCount -= 8;
    }
  }

  private alignToByte(): void {
    if (this.bitCount > 0) this.output.push(this.bitBuffer & 255);
    this.bitBuffer = 0;
    this.bitCount = 0;
  }
}

interface CodeRange {
  readonly base: number;
  readonly extraBits: number;
}

/**
 * Codes of RFC 1951: the first ones stand for one value each, then the extra bits grow by one with every so many.
 *
 * @param perExtraBit how many codes have the same number of extra bits
 */
function codeTable(count: number, firstValue: number, perExtraBit: number): CodeRange[] {
  const ranges: CodeRange[] = [];
  let base = firstValue;
  for (let code = 0; code < count; code++) {
    const extraBits = Math.max(0, Math.floor(code / perExtraBit) - 1);
    ranges.push({ base, extraBits });
    base += 1 << extraBits;
  }
  return ranges;
}

function codeFor(ranges: readonly CodeRange[], value: number): number {
  let code = ranges.length - 1;
  while (code > 0 && value < (ranges[code]?.base ?? 0)) code--;
  return code;
}

function cost(frequencies: Uint32Array, lengths: Uint8Array): number {
  return frequencies.reduce((bits, frequency, symbol) => bits + frequency * (lengths[symbol] ?? 0), 0);
}
