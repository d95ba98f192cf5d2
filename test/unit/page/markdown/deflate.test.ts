import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { deflateRaw, deflateZlib } from '../../../../server/src/page/markdown/deflate/deflate.ts';

// The URL of a diagram is its compressed text, so each byte counts. The witness is the zlib of Node.js, which Wiki.js uses.

function check(data: Uint8Array): void {
  assert.deepEqual(Buffer.from(deflateRaw(data)), deflateRawSync(data));
  assert.deepEqual(Buffer.from(deflateZlib(data)), deflateSync(data));
}

test('nothing, one byte, and a few', () => {
  for (const text of ['', 'a', 'ab', 'abc', 'abcabc', '@startuml\nA -> B\n@enduml']) check(Buffer.from(text));
});

test('runs that are longer than the longest match', () => {
  for (const length of [257, 258, 259, 600, 70_000]) check(Buffer.from('a'.repeat(length)));
});

test('texts of a small alphabet', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...'ab -->\n'), { maxLength: 2000 }), (chars) =>
      check(Buffer.from(chars.join(''))),
    ),
  );
});

test('any bytes', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 3000 }), check));
});

test('more symbols than one block holds, and more text than the window', () => {
  const lines = Array.from({ length: 9000 }, (_, i) => `participant P${(i * 7919) % 6007} as "${(i * i) % 977}"`);
  check(Buffer.from(lines.join('\n')));
});

test('a block that is not worth compressing', () => {
  check(Uint8Array.from({ length: 400 }, (_, i) => (i * i * 31 + i * 17) & 255));
});
