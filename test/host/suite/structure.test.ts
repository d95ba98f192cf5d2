import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import * as vscode from 'vscode';
import { closeEditors, eventually, fileUri, openPage, pageText, writeFile } from '../support/workspace.ts';

suite('structural edits', () => {
  teardown(closeEditors);

  test('a table is formatted by a command, and one undo takes it back', async () => {
    const before = pageText('Table', '|a|b|\n|-|-|\n|long|🐡|\n\n|c|d|\n|-|-|');
    await writeFile('table.md', before);
    const editor = await openPage('table.md');
    const { document } = editor;
    const at = document.positionAt(before.indexOf('long'));
    editor.selection = new vscode.Selection(at, at);
    await eventually(
      'the table is formatted',
      async () => {
        await vscode.commands.executeCommand('auxWiki.formatTable');
        return document.getText();
      },
      (text) => text !== before,
    );
    const after = before.replace('|a|b|\n|-|-|\n|long|🐡|', '| a    | b  |\n| ---- | -- |\n| long | 🐡 |');
    assert.equal(document.getText(), after);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  test('a section becomes a page by its code action', async () => {
    const text = pageText('Section', '# Section\n\n## Water\n\nCool.');
    const uri = await writeFile('section.md', text);
    const { document } = await openPage('section.md');
    const at = document.positionAt(text.indexOf('## Water'));
    const actions = await eventually(
      'the action is offered',
      () =>
        vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          uri,
          new vscode.Range(at, at),
          'refactor.extract',
          10,
        ),
      (found) => found.some(({ title, edit }) => title.startsWith('Extract the section') && edit !== undefined),
    );
    const action = actions.find(({ title }) => title.startsWith('Extract the section'));
    assert.ok(action?.edit && (await vscode.workspace.applyEdit(action.edit)));
    assert.match(document.getText(), /\[Water\]\(\/section\/water\)/);
    await eventually(
      'the page is there',
      () => existsSync(fileUri('section/water.md').fsPath),
      (exists) => exists,
    );
    const created = await vscode.workspace.openTextDocument(fileUri('section/water.md'));
    assert.match(created.getText(), /^---\ntitle: Water\n[\s\S]*\n# Water\n\nCool\.\n$/);
  });
});
