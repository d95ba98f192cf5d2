import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectRoot } from '../host/embedded/paths.ts';
import { manifest } from './manifest.ts';

const { contributes } = manifest;
const commands = contributes.commands ?? [];
const settings = [contributes.configuration ?? []].flat().flatMap(({ properties }) => Object.entries(properties));

test('the names are the ones that users know', () => {
  const { name, displayName, publisher, license, bin } = manifest;
  assert.deepEqual(
    { name, displayName, publisher, license, bin },
    {
      name: 'aux-wiki',
      displayName: 'Aux Wiki',
      publisher: 'auxolotl',
      license: 'MIT',
      bin: { 'aux-wiki': 'dist/cli.js' },
    },
  );
});

test('commands and settings carry the prefix, and say what they are', () => {
  assert.ok(commands.length > 0);
  for (const { command, title, category } of commands) {
    assert.match(command, /^auxWiki\.[a-z][A-Za-z.]*$/);
    assert.ok(title !== '' && category === 'Aux Wiki', `${command} has a title, and the category Aux Wiki`);
  }
  assert.ok(settings.length > 0);
  for (const [name, { description, markdownDescription }] of settings) {
    assert.match(name, /^auxWiki\.[a-z][A-Za-z.]*$/);
    assert.ok(description ?? markdownDescription, `${name} has a description`);
  }
});

test('every text has its place in package.nls.json', () => {
  assert.deepEqual(JSON.stringify(manifest).match(/"%[\w.-]+%"/g), null);
});

test('menus and keys name only commands that there are', () => {
  const known = new Set(commands.map(({ command }) => command));
  const used = [...Object.values(contributes.menus ?? {}).flat(), ...(contributes.keybindings ?? [])];
  const unknown = used.flatMap(({ command }) =>
    command?.startsWith('auxWiki.') && !known.has(command) ? command : [],
  );
  assert.deepEqual(unknown, []);
});

test('the extension wakes up for a wiki, never for everything', () => {
  assert.ok(manifest.activationEvents?.length);
  assert.deepEqual(
    manifest.activationEvents.filter((event) => event === '*' || event === 'onStartupFinished'),
    [],
  );
});

test('it says what it does in untrusted and in virtual workspaces', () => {
  assert.notEqual(manifest.capabilities?.untrustedWorkspaces, undefined);
  assert.notEqual(manifest.capabilities?.virtualWorkspaces, undefined);
});

test("the API that the code is checked against is the oldest VS Code's", () => {
  const installed = JSON.parse(readFileSync(join(projectRoot, 'node_modules/@types/vscode/package.json'), 'utf8'));
  const minor = (version: string) => version.replace(/^\^/, '').split('.').slice(0, 2).join('.');
  assert.equal(minor(installed.version), minor(manifest.engines.vscode));
});
