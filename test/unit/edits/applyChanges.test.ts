import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyChanges } from '../../../server/src/edits/applyChanges.ts';
import type { TextChange } from '../../../server/src/edits/plan.ts';

function check(
  text: string,
  changes: readonly [start: number, end: number, newText: string][],
  expected: string,
): void {
  const steps = changes.map(
    ([start, end, newText]): TextChange => ({ kind: 'change', file: 'a.md', range: { start, end }, newText }),
  );
  assert.equal(applyChanges(text, 'a.md', { steps }), expected);
}

test('ranges are of the text before any change', () => {
  check(
    'one two three',
    [
      [0, 3, '1'],
      [8, 13, '3'],
    ],
    '1 two 3',
  );
  check(
    'one two three',
    [
      [8, 13, '3'],
      [0, 3, '1'],
    ],
    '1 two 3',
  );
});

test('insertions at one place keep their order', () => {
  check(
    'ab',
    [
      [1, 1, 'x'],
      [1, 1, 'y'],
    ],
    'axyb',
  );
});

test('an insertion before a replacement stays before it', () => {
  check(
    'abc',
    [
      [1, 1, 'x'],
      [1, 2, 'y'],
    ],
    'axyc',
  );
});

test('changes of other files are none', () => {
  const step: TextChange = { kind: 'change', file: 'b.md', range: { start: 0, end: 1 }, newText: '' };
  assert.equal(applyChanges('abc', 'a.md', { steps: [step] }), 'abc');
});
