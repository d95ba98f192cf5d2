import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createLineMap } from '../../../client/src/preview/lineMap.ts';

/** Each mark as `line@top`, or `line@-` where it is hidden; the source ends before line 100, the page at 1000. */
function map(marks: string) {
  const parsed = marks.split(' ').map((mark) => {
    const [line = '', top = ''] = mark.split('@');
    return { line: Number(line), top: top === '-' ? undefined : Number(top) };
  });
  return createLineMap(parsed, { line: 100, top: 1000 });
}

/** Expected: `line@top` both ways. */
function check(what: string, marks: string, expected: readonly string[]): void {
  test(what, () => {
    const lines = map(marks);
    for (const pair of expected) {
      const [line, top] = pair.split('@').map(Number);
      assert.equal(lines.topOf(line ?? 0), top, `the top of ${pair}`);
      assert.equal(lines.lineAt(top ?? 0), line, `the line at ${pair}`);
    }
  });
}

check('a block is where it is', '5@200 7@240 20@600', ['5@200', '7@240', '20@600']);
check('a long block is scrolled through in proportion', '10@100 20@600 30@700', ['15@350', '18@500', '25@650']);
check('the frontmatter is the header', '8@160 10@300', ['0@0', '4@80', '8@160']);
check('the last block goes on to the end', '10@100 50@500', ['75@750']);
check('a footnote stands elsewhere than it is shown', '5@200 7@800 10@300 20@400', [
  '5@200',
  '6@250',
  '7@800',
  '10@300',
]);

test('a hidden block is at the one before it that is shown', () => {
  const lines = map('5@200 7@- 9@- 11@300');
  for (const line of [7, 8, 9, 10]) {
    assert.equal(lines.markOf(line), 0);
    assert.ok(lines.topOf(line) > 200 && lines.topOf(line) < 300);
  }
  assert.equal(lines.topOf(11), 300);
});

test('of blocks that begin at one place the whole is found first', () => {
  const lines = map('5@200 6@200 20@400');
  assert.deepEqual([lines.topOf(5), lines.topOf(6), lines.lineAt(200)], [200, 200, 5]);
  assert.equal(lines.lineAt(300), 13);
});

test('no block, no cursor bar', () => {
  assert.equal(map('5@200').markOf(4), undefined);
  assert.equal(createLineMap([], { line: 10, top: 100 }).markOf(4), undefined);
});

test('there and back again is the same line, whatever the page', () => {
  const gaps = fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 5, max: 500 })), { minLength: 1 });
  fc.assert(
    fc.property(gaps, fc.double({ min: 0, max: 1, noNaN: true }), (blocks, share) => {
      let end = { line: 0, top: 0 };
      const marks = blocks.map(([lines, pixels]) => {
        end = { line: end.line + lines, top: end.top + pixels };
        return end;
      });
      const lines = createLineMap(marks, { line: end.line + 10, top: end.top + 200 });
      const line = share * (end.line + 10);
      const top = lines.topOf(line);
      assert.ok(Math.abs(lines.topOf(lines.lineAt(top)) - top) <= 1.001);
    }),
  );
});
