import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyPlan } from '../../support/applyPlan.ts';
import { parseFixture } from '../../support/fixture.ts';
import { check, fixesOf, indexOf, problemsOf } from '../../support/problems.ts';

const page = '--- /home.md\n---\ntitle: Home\n---\n\n[a](/no) [b](#no)\n';

function severities(rules: string): string[] {
  const { files } = parseFixture(`--- /.aux-wiki.yml\nrules: ${rules}\n${page}`);
  return problemsOf(indexOf(files)).map(({ problem }) => `${problem.severity} ${problem.code}`);
}

test('each rule has its own severity', () => {
  assert.deepEqual(severities('{}'), ['error link/missing-page', 'warning link/missing-anchor']);
});

test('settings give a rule or a group another severity, or silence it; the rule wins over its group', () => {
  assert.deepEqual(severities('{ link: hint }'), ['hint link/missing-page', 'hint link/missing-anchor']);
  assert.deepEqual(severities('{ link: off }'), []);
  assert.deepEqual(severities('{ link: off, link/missing-page: warning }'), ['warning link/missing-page']);
  assert.deepEqual(severities('{ link/missing-anchor: off }'), ['error link/missing-page']);
});

test('a case that a rule finds mild stays mild', () => {
  check('--- /.aux-wiki.yml\nrules: { link: error }\n--- /wiki-templates/x.md\n[a]([FILL_IN])\n', [
    "wiki-templates/x.md:1 link/missing-page (information) '[FILL_IN]'",
  ]);
});

test('problems stand in the order of the text', () => {
  check('--- /.aux-wiki.yml\nsite: { host: "" }\n--- /old notes.md\n[a](#x) ![b](y.png) [c](/no)\n', [
    "old notes.md:1 path/illegal '[a](#x) ![b](y.png) [c](/no)'",
    "old notes.md:1 link/missing-anchor '#x'",
    "old notes.md:1 image/missing 'y.png'",
    "old notes.md:1 link/missing-page '/no'",
  ]);
});

test('a problem of a page that has changed since has no fixes', () => {
  const { files } = parseFixture(page);
  const [found] = problemsOf(indexOf(files));
  assert(found);
  const changed = new Map(files).set('home.md', 'All is well.');
  assert.deepEqual(fixesOf(found, indexOf(changed), changed), []);
});

test('a problem of a code that no rule has, has no fixes', () => {
  const { files } = parseFixture(page);
  const [found] = problemsOf(indexOf(files));
  assert(found);
  const unknown = { file: found.file, problem: { ...found.problem, code: 'other/code' } };
  assert.deepEqual(fixesOf(unknown, indexOf(files), files), []);
});

test('whatever bytes a file holds, it is checked and fixed without a failure', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({
      unit: fc.constantFrom('[', ']', '(', ')', '<', '>', '-', ':', '#', '\n', 'a', '/', '.', '"', '{', '}', '!', ' '),
      maxLength: 60,
    }),
  );
  fc.assert(
    fc.property(
      text,
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
      fc.constantFrom('.md', '.html'),
      (content, name, extension) => {
        const files = new Map([[`${name}${extension}`, content]]);
        const wiki = indexOf(files);
        for (const found of problemsOf(wiki)) {
          for (const fix of fixesOf(found, wiki, files)) applyPlan(files, fix.plan);
        }
      },
    ),
    { numRuns: 200 },
  );
});
