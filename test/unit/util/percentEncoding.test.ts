import assert from 'node:assert/strict';
import { unescape as nodeUnescape } from 'node:querystring';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeFragment, unescapePercent } from '../../../server/src/util/percentEncoding.ts';

test("escapes are decoded as by Node's querystring, good and bad ones", () => {
  const unit = fc.constantFrom('%', '%4', '%41', '%C3', '%a9', '%zz', 'a', 'é', '日', '+', '%EF%BB%BF');
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit }), fc.string({ unit: 'binary' })), (text) => {
      assert.equal(unescapePercent(text), nodeUnescape(text));
    }),
    { numRuns: 2000 },
  );
});

test('a fragment that is no UTF-8 stays as it is', () => {
  assert.equal(decodeFragment('%C3%A9'), 'é');
  assert.equal(decodeFragment('100%'), '100%');
});
