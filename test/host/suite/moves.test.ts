import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, eventually, fileUri, openPage, pageText, positionIn, writeFile } from '../support/workspace.ts';

suite('moves', () => {
  const settings = () => vscode.workspace.getConfiguration('auxWiki', fileUri('home.md'));

  suiteSetup(async () => {
    await writeFile('moves/start.md', pageText('Start', '[first](/moves/first#the-part) ![map](/moves/map.png)'));
    await writeFile('moves/first.md', pageText('First', '[beside](./second)\n\n## The part\n\n[here](#the-part)'));
    await writeFile('moves/second.md', pageText('Second', 'Text.'));
    await writeFile('moves/map.png', 'x');
    // The server has read them when it finds one from the other.
    const { document } = await openPage('moves/start.md');
    await eventually(
      'the pages are known',
      () =>
        vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
          'vscode.executeDefinitionProvider',
          document.uri,
          positionIn(document, '/moves/map.png'),
        ),
      (places) => places.length > 0,
    );
  });
  suiteTeardown(() => vscode.workspace.fs.delete(fileUri('moves'), { recursive: true }));
  teardown(async () => {
    await vscode.workspace.saveAll();
    await closeEditors();
  });

  test('F2 on a heading changes the links to it', async () => {
    const { document } = await openPage('moves/first.md');
    const edit = await renamed(document, 'The part', 'Another part');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.match(document.getText(), /## Another part\n\n\[here\]\(#another-part\)/);
    assert.match(await textOf('moves/start.md'), /\/moves\/first#another-part/);
    const back = await renamed(document, 'Another part', 'The part');
    assert.ok(await vscode.workspace.applyEdit(back));
    assert.match(await textOf('moves/start.md'), /\/moves\/first#the-part/);
  });

  test('a file that is moved takes its links along', async () => {
    await move('moves/first.md', 'moves/deep/one.md');
    assert.match(await textOf('moves/start.md'), /\[first\]\(\/moves\/deep\/one#the-part\) !/);
    assert.match(await textOf('moves/deep/one.md'), /\[beside\]\(\.\.\/second\)/);
    await move('moves/deep/one.md', 'moves/first.md');
    assert.match(await textOf('moves/start.md'), /\[first\]\(\/moves\/first#the-part\) !/);
    assert.match(await textOf('moves/first.md'), /\[beside\]\(\.\/second\)/);
    await move('moves/map.png', 'moves/pictures/map.png');
    assert.match(await textOf('moves/start.md'), /!\[map\]\(\/moves\/pictures\/map\.png\)/);
  });

  test('who wants that always, gets it by another way', async () => {
    await settings().update('links.updateOnMove', 'always', vscode.ConfigurationTarget.Workspace);
    await move('moves/second.md', 'moves/2.md');
    await settings().update('links.updateOnMove', undefined, vscode.ConfigurationTarget.Workspace);
    assert.match(await textOf('moves/first.md'), /\[beside\]\(\.\/2\)/);
  });

  test('a folder too', async () => {
    await move('moves', 'moved here');
    assert.match(
      await textOf('moved here/start.md'),
      /\(\/moved%20here\/first#the-part\) !\[map\]\(\/moved%20here\/pict/,
    );
    await move('moved here', 'moves');
    assert.match(await textOf('moves/start.md'), /\(\/moves\/first#the-part\) !\[map\]\(\/moves\/pictures\/map\.png\)/);
  });
});

/** The edit of a rename of what stands at a text. */
async function renamed(document: vscode.TextDocument, at: string, name: string): Promise<vscode.WorkspaceEdit> {
  return vscode.commands.executeCommand<vscode.WorkspaceEdit>(
    'vscode.executeDocumentRenameProvider',
    document.uri,
    positionIn(document, at),
    name,
  );
}

async function move(from: string, to: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(fileUri(from), fileUri(to));
  assert.ok(await vscode.workspace.applyEdit(edit), `${from} becomes ${to}`);
}

async function textOf(file: string): Promise<string> {
  return (await vscode.workspace.openTextDocument(fileUri(file))).getText();
}
