import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isBegun } from '../../../client/src/reading/isBegun.ts';

const check = (before: string, expected: boolean) =>
  test(JSON.stringify(before), () => assert.equal(isBegun(before), expected));

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
