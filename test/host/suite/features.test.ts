import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, eventually, fileUri, openPage, pageText, positionIn, writeFile } from '../support/workspace.ts';

suite('features', () => {
  suiteSetup(async () => {
    await writeFile('features.md', pageText('Features', 'Read [about water](/care/water) first.\n\n[new](/care/)'));
  });
  teardown(closeEditors);

  test('hover tells what a link leads to', async () => {
    const { document } = await openPage('features.md');
    const hovers = await eventually(
      'a hover',
      () => provided<vscode.Hover[]>('vscode.executeHoverProvider', document, '/care/water'),
      (found) => found.length > 0,
    );
    const text = hovers.flatMap(({ contents }) =>
      contents.map((part) => (typeof part === 'string' ? part : part.value)),
    );
    assert.match(text.join('\n'), /Water/);
  });

  test('definition opens the page', async () => {
    const { document } = await openPage('features.md');
    const places = await eventually(
      'a definition',
      () =>
        provided<(vscode.Location | vscode.LocationLink)[]>(
          'vscode.executeDefinitionProvider',
          document,
          '/care/water',
        ),
      (found) => found.length > 0,
    );
    const uris = places.map((place) => ('uri' in place ? place.uri : place.targetUri).toString());
    assert.ok(uris.includes(fileUri('care/water.md').toString()), uris.join(' '));
  });

  test('references of a page are the links to it', async () => {
    const { document } = await openPage('features.md');
    const places = await eventually(
      'references',
      () => provided<vscode.Location[]>('vscode.executeReferenceProvider', document, '/care/water'),
      (found) => found.some(({ uri }) => uri.toString() === document.uri.toString()),
    );
    assert.ok(places.length > 1);
  });

  test('completion knows the pages', async () => {
    const { document } = await openPage('features.md');
    const offset = document.getText().indexOf('(/care/)') + '(/care/'.length;
    const list = await eventually(
      'completions',
      () =>
        vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          document.positionAt(offset),
        ),
      ({ items }) => items.some((item) => JSON.stringify(item).includes('/care/feeding')),
    );
    assert.ok(list.items.length > 2);
  });
});

function provided<T>(command: string, document: vscode.TextDocument, at: string): Thenable<T> {
  return vscode.commands.executeCommand<T>(command, document.uri, positionIn(document, at));
}
