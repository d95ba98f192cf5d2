import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { rulePages } from '../../../server/src/rules/documentation.ts';
import { checkSettings, invalidSettings } from '../../../server/src/rules/settings/checkSettings.ts';

const folder = fileURLToPath(new URL('../../../docs/rules', import.meta.url));

test('docs/rules says what the rules say (else: npm run rule-pages)', () => {
  const onDisk = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const texts = onDisk.map(
    (path) => [relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8')] as const,
  );
  const sorted = (pages: Iterable<readonly [string, string]>) => [...pages].sort(([a], [b]) => (a < b ? -1 : 1));
  assert.deepEqual(sorted(texts), sorted(rulePages()));
});

test('links between the pages lead to pages', () => {
  const pages = rulePages();
  for (const [file, text] of pages) {
    const prose = text.replace(/^````[\s\S]*?^````/gm, '');
    for (const [, target = ''] of prose.matchAll(/\]\(([^)]+\.md)\)/g)) {
      const resolved = new URL(target, `https://docs.invalid/${file}`).pathname.slice(1);
      assert(pages.has(resolved), `${file} links to ${target}`);
    }
  }
});

test('settings/invalid: its examples are what they say', () => {
  assert.equal(checkSettings(invalidSettings.example.wrong)[0]?.code, invalidSettings.code);
  assert.deepEqual(checkSettings(invalidSettings.example.right), []);
});
