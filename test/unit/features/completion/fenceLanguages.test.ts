import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { fenceLanguages } from '../../../../server/src/features/completion/fenceLanguages.ts';

const { languages } = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('prismjs/components.json'), 'utf8'),
) as { languages: Record<string, { alias?: string | string[] }> };

test('Prism knows each language by these names', () => {
  assert.ok(fenceLanguages.length > 200);
  for (const { name, otherNames } of fenceLanguages) {
    const known = languages[name];
    assert.ok(known !== undefined, name);
    const aliases = [known.alias ?? []].flat();
    assert.deepEqual(
      otherNames.filter((alias) => !aliases.includes(alias)),
      [],
      name,
    );
  }
});
