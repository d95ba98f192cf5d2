import assert from 'node:assert/strict';

suite('planted', () => {
  test('passes', () => assert.equal(1, 1));
  test('fails', () => assert.equal(1, 2));
});
