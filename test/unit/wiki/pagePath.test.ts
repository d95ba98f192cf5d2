import assert from 'node:assert/strict';
import { test } from 'node:test';
import { illegalPathReason, isLocaleSegment, isReservedPath } from '../../../server/src/wiki/pagePath.ts';

test('four things make a path illegal, and nothing else does', () => {
  const cases = [
    ['a.b', 'dot'],
    ['a b', 'space'],
    ['a\\b', 'backslash'],
    ['a//b', 'double-slash'],
    ['a#b?c:d*e%f+g&h,i', undefined],
    ['Ünïcode/ПУТЬ', undefined],
    ['a\u00a0b', undefined],
  ] as const;
  for (const [path, expected] of cases) assert.equal(illegalPathReason(path), expected, path);
});

test("the editor's reserved first segments", () => {
  for (const path of ['', 'a', 'a/b', 'en', 'EN/x', 'fr-CA/x', 'login', 'login/x', 'svg']) {
    assert.equal(isReservedPath(path), true, path);
  }
  for (const path of ['home', 'abc', 'Login', 'admin', 'guide/login', 'fr-CAN']) {
    assert.equal(isReservedPath(path), false, path);
  }
});

test('two letters, or two and two, are a locale', () => {
  for (const segment of ['en', 'EN', 'zh-TW', 'qq']) assert.equal(isLocaleSegment(segment), true, segment);
  for (const segment of ['e', 'eng', 'e1', 'zh_TW', 'zh-', '']) assert.equal(isLocaleSegment(segment), false, segment);
});
