import { BlockWriter } from './blocks.ts';
import { Matcher } from './matcher.ts';

/** The most literals and matches that zlib puts into one block at its default memory level. */
const symbolsPerBlock = 16383;
/** zlib's "lazy" limit of level 6: a match this long is taken without a look at the next position. */
const maximalLazyLength = 16;
const minimalLength = 3;
/** A match of the minimal length is not worth a longer distance than this. */
const tooFar = 4096;

/**
 * Compresses as zlib does in Node.js at its default settings, byte for byte, without the zlib header: the URL of a
 * diagram is the compressed text, so other bytes would be another URL. Node.js has Chromium's zlib, whose hash of
 * four bytes finds other matches than the original does; `fflate` and `pako` differ.
 */
export function deflateRaw(data: Uint8Array): Uint8Array {
  const matcher = new Matcher(data);
  const writer = new BlockWriter(data);
  let position = 0;
  let length = minimalLength - 1;
  let matchStart = 0;
  let hasPending = false;

  const endBlockIfFull = (): void => {
    if (writer.symbolCount === symbolsPerBlock) writer.endBlock(position, false);
  };
  while (position < data.length) {
    const previousLength = length;
    const previousStart = matchStart;
    length = minimalLength - 1;
    const candidate = matcher.insert(position);
    if (candidate !== 0 && previousLength < maximalLazyLength && position - candidate <= matcher.maximalDistance) {
      const match = matcher.longestMatch(position, candidate, previousLength);
      length = match.length;
      if (match.start !== undefined) matchStart = match.start;
      if (length === minimalLength && position - matchStart > tooFar) length = minimalLength - 1;
    }

    if (previousLength >= minimalLength && length <= previousLength) {
      writer.addMatch(position - 1 - previousStart, previousLength);
      for (let i = position + 1; i < position - 1 + previousLength; i++) matcher.insert(i);
      position += previousLength - 1;
      hasPending = false;
      length = minimalLength - 1;
      endBlockIfFull();
    } else {
      if (hasPending) {
        writer.addLiteral(data[position - 1] ?? 0);
        endBlockIfFull();
      }
      hasPending = true;
      position++;
    }
  }
  if (hasPending) writer.addLiteral(data[position - 1] ?? 0);
  writer.endBlock(data.length, true);
  return writer.bytes();
}

/** The same with zlib's header and checksum. */
export function deflateZlib(data: Uint8Array): Uint8Array {
  let low = 1;
  let high = 0;
  for (const byte of data) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return Uint8Array.from([0x78, 0x9c, ...deflateRaw(data), high >> 8, high & 255, low >> 8, low & 255]);
}
