import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitsTree } from '../../../server/src/edits/fitsTree.ts';

test('what people write fits: long prose, long tables of links, deep lists', () => {
  assert(fitsTree('A sentence with a [link](/care/water) and *emphasis*.\n\n'.repeat(900)));
  assert(fitsTree(`| a | b |\n|---|---|\n${'| [Water](/care/water) | `code` and *more* |\n'.repeat(900)}`));
  assert(fitsTree(Array.from({ length: 20 }, (_, depth) => `${'  '.repeat(depth)}- item`).join('\n')));
  assert(fitsTree(''));
});

test('what would keep the server busy does not', () => {
  const hostile = ['_a*', '[a](', '![', '> ', '$a ', '[^1]', 'a@b.', 'www.a ', '&', '\\', '1. ', '- ', '`a``', '<a '];
  for (const unit of hostile) assert(!fitsTree(unit.repeat(20_000)), unit);
  assert(!fitsTree('a\n\n\n'.repeat(20_000)));
  assert(!fitsTree('|1|2|\n'.repeat(12_000)));
  assert(!fitsTree(Array.from({ length: 200 }, (_, depth) => `${' '.repeat(depth)}- a`).join('\n')));
  assert(!fitsTree('a'.repeat(100_001)));
});
