import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planMove } from '../../../server/src/features/moveFiles.ts';
import { createWiki } from '../../support/wiki.ts';

const wiki = `
--- /home.md
[a](/fish)

Some more text, so that this page is no new one when its link changes.
--- /fish.md
Text.
--- /fish/food.md
Text.
--- /water.html
<p>Text.</p>
--- /fr/eau.md
Texte.
--- /short.md
[a](./fish)
--- /pond.png
x`;

/** Checks which hazards a move has, as `kind files`. */
function check(moves: Record<string, string>, expected: readonly string[]): void {
  const { hazards } = planMove(createWiki(wiki).wiki, new Map(Object.entries(moves)));
  assert.deepEqual(
    hazards.map(({ kind, files }) => `${kind} ${files.join(' ')}`),
    expected,
  );
}

test('a move that Wiki.js follows has no hazard', () => {
  check({ 'fish.md': 'animals/fish.md' }, []);
  check({ fish: 'animals' }, []);
  check({ 'fish.md': 'Fish.md' }, []);
  check({ 'fr/eau.md': 'fr/bassin/eau.md' }, []);
  check({ 'fish.md': 'fish/food.md', 'fish/food.md': 'fish.md' }, []);
});

test('an illegal path', () => {
  check({ 'fish.md': 'my fish.md' }, ['illegal fish.md']);
  check({ fish: 'my fish' }, ['illegal fish/food.md']);
});

test('two files for one page, those included that move there together', () => {
  check({ 'fish.md': 'water.md' }, ['collision fish.md']);
  check({ 'fish.md': 'v1.2.md', 'fish/food.md': 'v12.md' }, ['collision fish/food.md']);
  check({ 'fish.md': 'water.md', 'water.html': 'lake.html' }, []);
});

test('another language', () => {
  check({ 'fr/eau.md': 'eau.md' }, ['locale fr/eau.md']);
  check({ 'fish.md': 'de/fish.md', 'fish/food.md': 'de/food.md' }, ['locale fish.md fish/food.md']);
});

test('a page that is rewritten at once, so that git finds it no more', () => {
  check({ 'short.md': 'other/short.md' }, ['rewritten short.md']);
  check({ 'home.md': 'other/home.md' }, []);
});

test('a page that becomes none, and an asset, whose move no sync sees', () => {
  check({ 'fish.md': 'fish.markdown' }, ['no-page fish.md']);
  check({ 'pond.png': 'img/pond.png' }, ['asset pond.png']);
});

test('a hazard of many files is told once', () => {
  const { hazards } = planMove(
    createWiki(wiki).wiki,
    new Map([
      ['fish', 'de/fish'],
      ['fish.md', 'de/fish.md'],
    ]),
  );
  assert.match(hazards[0]?.message ?? '', /The same holds for 1 more file\.$/);
});
