import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareImportOrder } from '../../../server/src/index/importOrder.ts';

test('files are imported breadth first, each folder by the bytes of its names', () => {
  const files = ['a/b/x.md', 'b/a.md', 'a/z.md', 'a.md', 'Z.md', 'a.html', 'a/b.md'];
  assert.deepEqual(files.sort(compareImportOrder), [
    'Z.md',
    'a.html',
    'a.md',
    'a/b.md',
    'a/z.md',
    'b/a.md',
    'a/b/x.md',
  ]);
});
