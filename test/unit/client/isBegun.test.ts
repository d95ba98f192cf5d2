import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isBegun } from '../../../client/src/reading/isBegun.ts';

const check = (before: string, expected: boolean, isInFrontmatter = false) =>
  test(`${JSON.stringify(before)} ${isInFrontmatter}`, () => assert.equal(isBegun(before, isInFrontmatter), expected));

check('so :sm', true);
check(':sm', true);
check('(:+1', true);
check('so :s', false);
check('so :smi', false);
check('time 12:30', false);
check('note:it', false);
check('https://example.com/:ab', false);
check('see https://example.com :ab', true);
check('```j', true);
check('- ~~~ p', true);
check('> 1. ````n', true);
check('```js', false);
check('a ```j', false);
check('A sentence of prose', false);
check('t', true, true);
check('ti', false, true);
check('t', false);
check('title: A', false, true);
check('tags: a', true, true);
check('tags: a, b', true, true);
check('tags: a, bc', false, true);
check('so :sm', false, true);
