import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BoundedCache } from '../../../server/src/util/boundedCache.ts';

test('a bounded cache works out each value once, and forgets what was asked for longest ago', () => {
  const cache = new BoundedCache<string>(6, ({ length }) => length);
  const worked: string[] = [];
  const get = (key: string) =>
    cache.get(key, () => {
      worked.push(key);
      return { value: key.toUpperCase(), mayBeKept: true };
    });
  assert.deepEqual(['a', 'b', 'c', 'a', 'd', 'a', 'b'].map(get), ['A', 'B', 'C', 'A', 'D', 'A', 'B']);
  assert.deepEqual(worked, ['a', 'b', 'c', 'd', 'b']);
});

test('a bounded cache keeps that there is none, and only what may be kept', () => {
  const cache = new BoundedCache<string>(100, ({ length }) => length);
  let times = 0;
  const get = (key: string, mayBeKept: boolean) =>
    cache.get(key, () => {
      times++;
      return { value: undefined, mayBeKept };
    });
  get('a', true);
  get('a', true);
  assert.equal(times, 1);
  get('b', false);
  get('b', false);
  assert.equal(times, 3);
});
