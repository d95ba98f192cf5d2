import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchMoves } from '../../../server/src/index/matchMoves.ts';
import { createWiki } from '../../support/wiki.ts';

/** Checks which files of one wiki are taken for which of another, those aside that are in both. */
function check(before: string, after: string, expected: Record<string, string>): void {
  const old = createWiki(before);
  const now = createWiki(after);
  const gone = [...old.fixture.files.keys()]
    .filter((file) => !now.fixture.files.has(file))
    .map((file) => ({ file, page: old.wiki.files.get(file), wasShown: true }));
  const come = [...now.fixture.files.keys()].filter((file) => !old.fixture.files.has(file));
  assert.deepEqual(Object.fromEntries(matchMoves(gone, come, now.wiki)), expected);
}

const water = '---\ntitle: Water\n---\n\n# Water\n\nSoft or hard, [tested](/care/test) or not.\n';

test('a page with the same content', () => {
  check(`--- /water.md\n${water}`, `--- /care/pond.md\n${water}`, { 'water.md': 'care/pond.md' });
  check(`--- /water.md\n${water}`, `--- /water.html\n<p>Water</p>`, {});
});

test('a page that was edited as well, by its title', () => {
  const edited = water.replace('Soft', 'Sometimes soft');
  check(`--- /water.md\n${water}`, `--- /care/pond.md\n${edited}`, { 'water.md': 'care/pond.md' });
  const other = '---\ntitle: Water\n---\n\n# Lakes\n\n## Rivers\n\n[Seas](/seas)\n';
  check(`--- /water.md\n${water}`, `--- /care/pond.md\n${other}`, {});
});

test('of pages that are alike, the one whose path is; where that is not clear, none', () => {
  const stub = '# To be written\n';
  check(`--- /a/water.md\n${stub}--- /a/food.md\n${stub}`, `--- /b/food.md\n${stub}--- /b/water.md\n${stub}`, {
    'a/water.md': 'b/water.md',
    'a/food.md': 'b/food.md',
  });
  check(`--- /a/water.md\n${stub}--- /a/food.md\n${stub}`, `--- /b/air.md\n${stub}`, {});
});

test('an asset by its name and the end of its path', () => {
  check('--- /img/pond.png\nx', '--- /assets/img/pond.png\nx', { 'img/pond.png': 'assets/img/pond.png' });
  check('--- /img/pond.png\nx', '--- /img/lake.png\nx', {});
  check('--- /a/1/map.png\nx--- \n--- /a/2/map.png\nx', '--- /b/2/map.png\nx\n--- /b/1/map.png\nx', {
    'a/1/map.png': 'b/1/map.png',
    'a/2/map.png': 'b/2/map.png',
  });
  check('--- /a/map.png\nx', '--- /b/map.png\nx\n--- /c/map.png\nx', {});
});
