import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { test } from 'node:test';
import { projectRoot } from '../host/embedded/paths.ts';
import { packageExtension } from '../host/vsix.ts';
import { readZip } from '../support/zip.ts';
import { manifest } from './manifest.ts';

const vsix = await packageExtension();
const entries = readZip(readFileSync(vsix));
const files = new Map(
  entries.flatMap((entry) => (entry.name.startsWith('extension/') ? [[entry.name.slice(10), entry] as const] : [])),
);
const bundles = [...files].filter(([name]) => name.startsWith('dist/') && name.endsWith('.js'));
const kilobyte = 1024;

test('it is small', () => {
  assert.ok(files.size <= 40, `${files.size} files`);
  const size = statSync(vsix).size;
  assert.ok(size <= 3 * kilobyte * kilobyte, `${size} bytes`);
  const server = files.get('dist/server.js')?.size ?? Number.POSITIVE_INFINITY;
  assert.ok(server <= 1300 * kilobyte, `the server has ${server} bytes`);
  console.log(
    `vsix: ${files.size} files, ${Math.round(size / kilobyte)} KB; server ${Math.round(server / kilobyte)} KB`,
  );
});

test('it holds what runs and what the marketplace shows, and nothing else', () => {
  const expected =
    /^(package(\.nls)?\.json|readme\.md|changelog\.md|LICENSE\.txt|dist\/(package\.json|ThirdPartyNotices\.txt|(extension|server|remark|katex)\.js|webview\/(fonts\/)?[^/]+\.(js|css|woff2))|(media|schemas|snippets|syntaxes)\/[^/]+\.(json|png|svg))$/;
  assert.deepEqual(
    [...files.keys()].filter((name) => !expected.test(name)),
    [],
  );
  for (const name of [
    'package.json',
    'readme.md',
    'LICENSE.txt',
    'dist/extension.js',
    'dist/server.js',
    'dist/remark.js',
    'dist/katex.js',
  ]) {
    assert.ok(files.has(name), name);
  }
});

test('every file that the manifest names is in it', () => {
  const named = pathsIn([manifest.main, manifest.icon, manifest.contributes]).map((path) => path.replace(/^\.\//, ''));
  assert.ok(named.length > 3);
  assert.deepEqual(
    named.filter((path) => !files.has(path)),
    [],
  );
});

test('the bundles need nothing beside Node.js and VS Code', () => {
  const known = new Set([
    ...builtinModules,
    ...builtinModules.map((name) => `node:${name}`),
    'vscode',
    './remark.js',
    './katex.js',
  ]);
  const required = bundles.flatMap(([, entry]) =>
    [
      ...entry
        .read()
        .toString('utf8')
        .matchAll(/\brequire\((["'])([^"']+)\1\)/g),
    ].map(([, , name = '']) => name),
  );
  assert.ok(required.includes('vscode'));
  assert.deepEqual(
    required.filter((name) => !known.has(name)),
    [],
  );
});

test('it names no folder of the machine that built it', () => {
  const telling = bundles.filter(([, entry]) => entry.read().includes(projectRoot)).map(([name]) => name);
  assert.deepEqual(telling, []);
});

test('every dependency ships, with its licence', () => {
  const notices = files.get('dist/ThirdPartyNotices.txt')?.read().toString('utf8') ?? '';
  const titles = new Set([...notices.matchAll(/^(\S+) \S+\n=+\n\nLicence: \S/gm)].map(([, name]) => name));
  assert.deepEqual(
    Object.keys(manifest.dependencies ?? {}).filter((name) => !titles.has(name)),
    [],
  );
});

/** Every value in it that is the path of a file beside it. */
function pathsIn(value: unknown): string[] {
  if (typeof value === 'string') return /^(\.\/|media\/|dist\/)[\w./-]+\.\w+$/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(pathsIn) : [];
}
