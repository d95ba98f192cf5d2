import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { blockChanges } from '../../../server/src/features/blockChanges.ts';
import { type BlockChange, changedBlocks, type PageBlock } from '../../../server/src/protocol.ts';

/** Blocks by their words, each with lines that follow the ones before it. */
function page(...words: readonly string[]): PageBlock[] {
  return words.map((word, index) => ({ html: `<p>${word}</p>`, lines: word === '' ? [] : [2 * index, 2 * index + 1] }));
}

function check(before: readonly PageBlock[], after: readonly PageBlock[], expected: readonly BlockChange[]): void {
  const changes = blockChanges(before, after);
  assert.deepEqual(changes, expected);
  assert.deepEqual(changedBlocks(before, changes), after);
}

test('a word in a block', () => {
  const after = page('a', 'x', 'c', 'd');
  check(page('a', 'b', 'c', 'd'), after, [
    { from: 0, count: 1, by: 0 },
    ...after.slice(1, 2),
    { from: 2, count: 2, by: 0 },
  ]);
});

test('a new block moves those after it, those without lines too', () => {
  const after = page('a', 'x', 'b', '', 'c');
  check(page('a', 'b', '', 'c'), after, [
    { from: 0, count: 1, by: 0 },
    ...after.slice(1, 2),
    { from: 1, count: 3, by: 2 },
  ]);
});

test('a block whose lines move apart, as footnotes do', () => {
  const notes = (line: number) => ({ html: '<section>', lines: [1, line] });
  check(
    [...page('a'), notes(5)],
    [...page('a'), notes(6)],
    [
      { from: 0, count: 1, by: 0 },
      { from: 1, lines: [1, 6] },
    ],
  );
});

test('two places at once: what lies between them stays', () => {
  const after = page('x', 'b', 'c', 'y');
  check(page('a', 'b', 'c', 'd'), after, [...after.slice(0, 1), { from: 1, count: 2, by: 0 }, ...after.slice(3)]);
});

test('nothing changed, or nothing there', () => {
  check(page('a', 'b'), page('a', 'b'), [{ from: 0, count: 2, by: 0 }]);
  check([], page('a'), page('a'));
  check(page('a'), [], []);
});

test('any page comes out of any other, and no block that stays is sent again at its start or end', () => {
  const pages = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map((words) => page(...words));
  fc.assert(
    fc.property(pages, pages, (before, after) => {
      const changes = blockChanges(before, after);
      assert.deepEqual(changedBlocks(before, changes), after);
      if (before[0] !== undefined && before[0].html === after[0]?.html) assert.ok(!('html' in (changes[0] ?? {})));
    }),
  );
});

test('pages too long to be compared are the whole middle anew', () => {
  const long = (word: string) => page(...Array.from({ length: 2500 }, (_, index) => `${word}${index}`));
  const after = [...page('a'), ...long('x')];
  assert.equal(blockChanges([...page('a'), ...long('y')], after).filter((change) => 'html' in change).length, 2500);
});
