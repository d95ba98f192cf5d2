import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDeletedId } from '../../../server/src/wiki/deletedIds.ts';
import { createHeadingIds, slugOf } from '../../../server/src/wiki/slug.ts';

test('slugs keep letters, numbers, marks, and the characters - _ ~', () => {
  const cases = [
    ['Getting Started', 'getting-started'],
    ['Release 2.0', 'release-20'],
    ['a/b', 'ab'],
    ['C++', 'c'],
    ['a - b -- c', 'a-b-c'],
    ['-x-', '-x-'],
    ['  x  ', 'x'],
    ['snake_case ~x', 'snake_case-~x'],
    ['Привет, мир!', 'привет-мир'],
    ['漢字、かな。', '漢字-かな'],
    ['한국어', '한국어'],
    ['𝐁old 🐟', 'bold'],
    ['ﬁne', 'fine'],
    ['tab\tand\nline', 'tabandline'],
    ['no\u00a0break', 'no-break'],
    ['\u3400\u4dc0', '㐀'],
    ['\u1c90', ''],
    ['𐒰', ''],
    ['', ''],
    ['!', ''],
  ] as const;
  for (const [text, expected] of cases) assert.equal(slugOf(text), expected, text);
});

test('ids count up on their own base until one is free', () => {
  const idOf = createHeadingIds();
  const ids = ['a', 'a-1', 'a', 'Same', 'Same', 'Same', 'Same-1', '2.0', '2.0', '', '!'].map((text) =>
    idOf(text, undefined),
  );
  assert.deepEqual(ids, ['a', 'a-1', 'a-2', 'same', 'same-1', 'same-2', 'same-1-1', 'h-20', 'h-20-1', '', '-1']);
});

test('an explicit id stands as it is, but for digits and earlier headings', () => {
  const idOf = createHeadingIds();
  assert.equal(idOf('Any', 'My.Id'), 'My.Id');
  assert.equal(idOf('Any', '1st'), 'h-1st');
  assert.equal(idOf('Any', 'My.Id'), 'My.Id-1');
  assert.equal(idOf('Any', ''), 'any');
});

test('ten thousand equal headings take no more time than as many different ones', () => {
  const idOf = createHeadingIds();
  let last = '';
  for (let count = 0; count <= 10_000; count++) last = idOf('Same', undefined);
  assert.equal(last, 'same-10000');
});

test('the sanitiser deletes ids that are names of the document and of forms', () => {
  for (const id of ['title', 'links', 'images', 'name', 'URL', '__proto__', 'querySelector'])
    assert.ok(isDeletedId(id), id);
  for (const id of ['titles', 'Title', 'links-1', 'my-links', '']) assert.ok(!isDeletedId(id), id);
});
