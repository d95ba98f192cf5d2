import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectRoot } from '../host/embedded/paths.ts';
import { stages } from '../runner/stages.ts';

test('every test file belongs to a stage: none is forgotten', () => {
  const folders = stages.flatMap(({ folder }) => folder ?? []);
  const strays = readdirSync(join(projectRoot, 'test'), { recursive: true, encoding: 'utf8' })
    .map((file) => `test/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.test.ts') && !file.includes('/node_modules/'))
    .filter((file) => !file.startsWith('test/host/planted/'))
    .filter((file) => !folders.some((folder) => file.startsWith(`${folder}/`)));
  assert.deepEqual(strays, []);
});
