import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { editDistance, nearestWords } from '../../../server/src/util/editDistance.ts';

test('a letter put in, taken out, replaced or swapped is one step', () => {
  const cases = [
    ['', '', 0],
    ['abc', 'abc', 0],
    ['abc', 'abxc', 1],
    ['abc', 'ac', 1],
    ['abc', 'axc', 1],
    ['abc', 'acb', 1],
    ['kitten', 'sitting', 3],
    ['', 'abc', 3],
  ] as const;
  for (const [a, b, expected] of cases) assert.equal(editDistance(a, b), expected, `${a} ${b}`);
});

test('the distance is the same both ways, and 0 only between equals', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
      assert.equal(editDistance(a, b), editDistance(b, a));
      assert.equal(editDistance(a, b) === 0, a === b);
    }),
  );
});

test('the nearest words come first, and far ones not at all', () => {
  assert.deepEqual(nearestWords('typographr', ['typographer', 'quotes', 'typography']), ['typographer', 'typography']);
  assert.deepEqual(nearestWords('LINKIFY', ['linkify']), ['linkify']);
  assert.deepEqual(nearestWords('zzz', ['site', 'rules']), []);
});
