import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { workspaceSymbols } from '../../../server/src/features/workspaceSymbols.ts';
import { cancelled, featureInput, notCancelled, wikiRoot } from '../../support/feature.ts';

const { context } = featureInput(`--- /home.md
---
title: Home█
---
# Keeping axolotls
--- /care/water.md
---
title: Clean water
---
## Water changes
## Too warm
--- /plain.html
<h2>Water in HTML</h2>
--- /refused.md
---
title: 2024
---
x
`);

const search = (query: string, withHeadings = true, token = notCancelled) =>
  workspaceSymbols([context], query, withHeadings, token);

describe('symbols of the workspace', () => {
  const check = (query: string, expected: string[], withHeadings = true) =>
    test(`${query} ${withHeadings}`, () =>
      assert.deepEqual(
        search(query, withHeadings).map(({ name, containerName }) => `${name} (${containerName})`),
        expected,
      ));
  check('water', ['Clean water (/care/water)', 'Water changes (Clean water)', 'Water in HTML (plain)']);
  check('water', ['Clean water (/care/water)', 'Water in HTML (plain)'], false);
  check('care', ['/care/water (Clean water)']);
  check('clean', ['Clean water (/care/water)']);
  check('too warm', ['Too warm (Clean water)']);
  check('nothing like it', []);
  check('', ['Clean water (/care/water)', 'Home (/home)', 'plain (/plain)', 'refused (/refused)']);

  test('a heading leads to its line', () => {
    const [symbol] = search('too-warm');
    assert.deepEqual(symbol?.location, {
      uri: `${wikiRoot}/care/water.md`,
      range: { start: { line: 4, character: 0 }, end: { line: 4, character: 11 } },
    });
  });

  test('a search can be cancelled', () => assert.deepEqual(search('', true, cancelled), []));

  test('there are never more than 200', () => {
    const pages = Array.from({ length: 300 }, (_, i) => `--- /p${i}.md\n# Part ${i}\n`).join('');
    const many = featureInput(`--- /a.md\n█\n${pages}`);
    assert.equal(workspaceSymbols([many.context], 'p', true, notCancelled).length, 200);
  });
});
