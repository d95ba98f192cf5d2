import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createHistory } from '../../../client/src/preview/history.ts';

/** Visits pages by their letter; `<` goes back and `>` forward. Expects `behind|current|ahead` as far as one can go. */
function check(steps: string, expected: string): void {
  const [first = '', ...rest] = steps;
  const history = createHistory(first);
  for (const step of rest) {
    if (step === '<') history.go(-1);
    else if (step === '>') history.go(1);
    else history.visit(step);
  }
  assert.equal(`${history.canGoBack ? '<' : ''}${history.current}${history.canGoForward ? '>' : ''}`, expected, steps);
}

test('a history goes back and forward as a browser does', () => {
  check('a', 'a');
  check('ab', '<b');
  check('ab<', 'a>');
  check('ab<>', '<b');
  check('abc<<', 'a>');
  check('abc<', '<b>');
});

test('a visit forgets what lay ahead', () => {
  check('abc<<d', '<d');
  check('abc<<d<', 'a>');
});

test('the page that is shown is no new visit, and the ends are ends', () => {
  check('aaa', 'a');
  check('ab<<<', 'a>');
  check('ab>>>', '<b');
});

test('each visit can be told from the others, and is the same when one comes back to it', () => {
  const history = createHistory('a');
  const ids = [history.visitId];
  for (const uri of ['b', 'a']) {
    history.visit(uri);
    ids.push(history.visitId);
  }
  assert.equal(new Set(ids).size, 3);
  history.go(-1);
  assert.equal(history.visitId, ids[1]);
});
