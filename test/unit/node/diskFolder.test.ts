import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { differsInCase, openDiskFolder } from '../../../server/src/node/diskFolder.ts';

async function folderWith(context: TestContext, files: Record<string, string>) {
  const path = await mkdtemp(join(tmpdir(), 'aux-wiki-'));
  context.after(() => rm(path, { recursive: true }));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(path, file)), { recursive: true });
    await writeFile(join(path, file), text);
  }
  const warnings: string[] = [];
  const folder = openDiskFolder(path, (message) => warnings.push(message));
  const list = async (...options: Parameters<typeof folder.list>) =>
    (await folder.list(...options)).map(({ file, size }) => `${file} ${size}`).sort();
  return { path, folder, warnings, list };
}

const files = { 'home.md': '# Home', 'a/b/c é #.md': 'é', 'a/x.png': '', '.git/config': 'x' };

test('every file is listed with its size in bytes', async (context) => {
  const { list } = await folderWith(context, files);
  assert.deepEqual(await list(), ['.git/config 1', 'a/b/c é #.md 2', 'a/x.png 0', 'home.md 6']);
});

test('folders can be skipped', async (context) => {
  const { list } = await folderWith(context, files);
  assert.deepEqual(await list({ skipFolder: (folder) => folder === '.git' || folder === 'a/b' }), [
    'a/x.png 0',
    'home.md 6',
  ]);
});

test('one folder or one file can be listed, and what is not there is nothing', async (context) => {
  const { list, warnings } = await folderWith(context, files);
  assert.deepEqual(await list({ under: 'a' }), ['a/b/c é #.md 2', 'a/x.png 0']);
  assert.deepEqual(await list({ under: 'home.md' }), ['home.md 6']);
  assert.deepEqual(await list({ under: 'none.md' }), []);
  assert.deepEqual(await list({ under: 'home.md/x' }), []);
  assert.deepEqual(warnings, []);
});

test('links are followed, but not in circles', async (context) => {
  const { path, list } = await folderWith(context, files);
  await symlink(join(path, 'a'), join(path, 'linked'));
  await symlink(path, join(path, 'a', 'up'));
  await symlink(join(path, 'nowhere'), join(path, 'dangling.md'));
  const listed = await list({ skipFolder: (folder) => folder === '.git' });
  assert.deepEqual(listed, ['a/b/c é #.md 2', 'a/x.png 0', 'home.md 6', 'linked/b/c é #.md 2', 'linked/x.png 0']);
});

test('links that lead out of the folder are left out, and that is said', async (context) => {
  const { path, warnings } = await folderWith(context, { 'a/home.md': '# Home', 'b/secret.md': 'secret' });
  const wiki = openDiskFolder(join(path, 'a'), (message) => warnings.push(message));
  await symlink(join(path, 'b'), join(path, 'a', 'folder'));
  await symlink(join(path, 'b/secret.md'), join(path, 'a', 'file.md'));
  await symlink('../b/secret.md', join(path, 'a', 'relative.md'));
  await symlink(join(path, 'a/home.md'), join(path, 'a', 'twin.md'));
  const listed = async (under?: string) => (await wiki.list({ under })).map(({ file }) => file).sort();
  assert.deepEqual(await listed(), ['home.md', 'twin.md']);
  assert.equal(warnings.length, 3);
  assert.match(warnings.join('\n'), /file\.md is left out: it leads out of the wiki, to .*secret\.md/);
  for (const changed of ['folder', 'folder/secret.md', 'file.md']) assert.deepEqual(await listed(changed), []);
  assert.deepEqual(await listed('twin.md'), ['twin.md']);
  // The folder itself may be reached by a link.
  await symlink(join(path, 'a'), join(path, 'c'));
  const linked = openDiskFolder(join(path, 'c'), (message) => warnings.push(message));
  assert.deepEqual((await linked.list()).map(({ file }) => file).sort(), ['home.md', 'twin.md']);
});

test('files are read as bytes, and files that are gone as nothing', async (context) => {
  const { folder } = await folderWith(context, files);
  assert.equal(new TextDecoder().decode(await folder.read('a/b/c é #.md')), 'é');
  assert.equal(await folder.read('none.md'), undefined);
  assert.equal(await folder.readStart('none.md'), undefined);
  assert.equal(new TextDecoder().decode(await folder.readStart('home.md')), '# Home');
});

test('what cannot be read is nothing, and is said', async (context) => {
  const { folder, list, warnings } = await folderWith(context, files);
  assert.equal(await folder.read('a'), undefined);
  assert.deepEqual(await list({ under: `${'x'.repeat(5000)}.md` }), []);
  assert.equal(warnings.length, 2);
});

test('the names in one folder', async (context) => {
  const { folder } = await folderWith(context, files);
  const entries = (await folder.entries('a')).map(({ name, isFolder }) => [name, isFolder]);
  assert.deepEqual(entries.sort(), [
    ['b', true],
    ['x.png', false],
  ]);
  assert.deepEqual(await folder.entries('none'), []);
});

test('a file that a disk finds by a name in other letters is not there under that name', () => {
  // As on the disks of macOS and Windows, after `Water.md` was renamed to `water.md`.
  assert.equal(differsInCase('care/Water.md', 'care/water.md'), true);
  assert.equal(differsInCase('care/Water.md', 'care\\Water.md'), false);
  assert.equal(differsInCase('care/water.md', 'elsewhere/water.md'), false);
});
