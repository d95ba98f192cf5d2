import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineEndingOf, withLineEnding } from '../../../server/src/edits/lineEnding.ts';

test('the line ending of a text is that of its first line', () => {
  assert.equal(lineEndingOf('a\r\nb\n'), '\r\n');
  assert.equal(lineEndingOf('a\nb\r\n'), '\n');
  assert.equal(lineEndingOf(''), '\n');
  assert.equal(lineEndingOf('one line'), '\n');
});

test('every line ending becomes the one', () => {
  assert.equal(withLineEnding('a\r\nb\nc\rd', '\r\n'), 'a\r\nb\r\nc\r\nd');
});
