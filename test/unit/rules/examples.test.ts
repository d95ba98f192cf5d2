import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rules } from '../../../server/src/rules/registry.ts';
import { applyPlan } from '../../support/applyPlan.ts';
import { parseFixture } from '../../support/fixture.ts';
import { fixesOf, indexOf, problemsOf } from '../../support/problems.ts';

for (const { code, example, fixes } of rules) {
  // Quotes mend a value for now; that the wiki will not keep them is said of every such value.
  const codes = (fixture: string) =>
    problemsOf(indexOf(parseFixture(fixture).files))
      .map(({ problem }) => problem.code)
      .filter((found) => found === code || found !== 'frontmatter/unsafe-roundtrip');

  test(`${code}: the wrong example has this problem and no other`, () => {
    assert.deepEqual([...new Set(codes(example.wrong))], [code]);
  });

  test(`${code}: the right example has no problem`, () => {
    assert.deepEqual(codes(example.right), []);
  });

  if (fixes === undefined) continue;
  test(`${code}: the preferred fix leaves no problem`, () => {
    const { files } = parseFixture(example.wrong);
    const wiki = indexOf(files);
    for (const found of problemsOf(wiki)) {
      const fix = fixesOf(found, wiki, files).find(({ preferred }) => preferred);
      assert(fix, 'there is a preferred fix');
      const left = problemsOf(indexOf(applyPlan(files, fix.plan)));
      assert.deepEqual(
        left.filter(({ problem }) => problem.code === code).map(({ problem }) => problem.message),
        [],
      );
    }
  });
}

test('only what nobody can mend without knowing what was meant has no fix', () => {
  assert.deepEqual(
    rules.filter(({ fixes }) => fixes === undefined).map(({ code }) => code),
    ['page/not-rendered', 'link/placeholder', 'syntax/diagram-error', 'image/too-large'],
  );
});

test('codes are told apart, and each rule says what it is about', () => {
  assert.equal(new Set(rules.map(({ code }) => code)).size, rules.length);
  for (const { code, summary, explanation } of rules) {
    assert.match(code, /^[a-z]+\/[a-z-]+$/);
    assert.match(summary, /^[A-Z`].*\.$/, code);
    assert.match(explanation, /\.$/, code);
  }
});
