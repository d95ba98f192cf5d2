import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, codesOf, eventually, fileUri, openPage, pageText, writeFile } from '../support/workspace.ts';

const settings = '.vscode/settings.json';

suite('fix all', () => {
  teardown(async () => {
    await closeEditors();
    await vscode.workspace.fs.delete(fileUri(settings));
  });

  test('on save mends all that is safe, and one undo takes it back', async () => {
    const body = '[a](/Care/Water) [b](/care/water.md)\n\n[c](/nowhere/at-all)';
    const uri = await writeFile('care/on-save.md', pageText('2026', body));
    await writeFile(settings, JSON.stringify({ 'editor.codeActionsOnSave': { 'source.fixAll.auxWiki': 'explicit' } }));
    await eventually(
      'the setting is read',
      () => vscode.workspace.getConfiguration('editor').get('codeActionsOnSave'),
      (actions) => JSON.stringify(actions).includes('auxWiki'),
    );
    const { document } = await openPage('care/on-save.md');
    await eventually(
      'its problems are found',
      () => codesOf(uri),
      (codes) => codes.includes('link/case') && codes.includes('link/extension') && codes.includes('link/missing-page'),
    );
    const typed = new vscode.WorkspaceEdit();
    typed.insert(uri, document.lineAt(document.lineCount - 1).range.end, 'More.\n');
    await vscode.workspace.applyEdit(typed);
    const before = document.getText();

    assert.ok(await document.save());
    const after = before
      .replace('title: 2026', "title: '2026'")
      .replace('/Care/Water', '/care/water')
      .replace('/care/water.md', '/care/water');
    assert.equal(document.getText(), after);
    const onDisk = Buffer.from(await vscode.workspace.fs.readFile(uri)).toString('utf8');
    assert.equal(onDisk, after, 'what is saved is mended');
    await eventually(
      'what is not safe is left',
      () => codesOf(uri),
      (codes) => codes.includes('link/missing-page') && !codes.includes('link/case'),
    );

    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before, 'one undo');
  });
});
