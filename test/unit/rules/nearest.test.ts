import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearest, similarity } from '../../../server/src/rules/nearest.ts';

test('similarity is the share of letters that stay', () => {
  assert.equal(similarity('water', 'Water'), 1);
  assert.equal(similarity('', ''), 1);
  assert.equal(similarity('abcd', 'abxd'), 0.75);
  assert.equal(similarity('abcd', 'acbd'), 0.75);
  assert.equal(similarity('abcd', 'efgh'), 0);
});

test('the likeliest come first, and those that are not alike enough do not come', () => {
  const candidates = ['walter', 'wader', 'fire', 'water'];
  const found = nearest(candidates, (word) => similarity(word, 'water'), { least: 0.6, count: 2 });
  assert.deepEqual(found, ['water', 'walter']);
});
