import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, eventually, openPage, pageText, writeFile } from '../support/workspace.ts';

suite('preview', () => {
  suiteSetup(async () => {
    await writeFile('first.md', pageText('First of two', 'Text'));
    await writeFile('second.md', pageText('Second of two', 'Text'));
  });
  teardown(closeEditors);

  test('opens beside the page, takes its title, and follows the active page', async () => {
    await openPage('first.md');
    await vscode.commands.executeCommand('auxWiki.openPreviewToSide');
    const tab = await titled('Preview First of two');
    assert.equal(tab.group.viewColumn, vscode.ViewColumn.Two);
    await openPage('second.md');
    await titled('Preview Second of two');
    assert.equal(previews().length, 1);
  });

  test('shows what is typed', async () => {
    const { document } = await openPage('first.md');
    await vscode.commands.executeCommand('auxWiki.openPreviewToSide');
    await titled('Preview First of two');
    const line = document.lineAt(1);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, line.range, 'title: Renamed');
    await vscode.workspace.applyEdit(edit);
    await titled('Preview Renamed');
  });

  test('stays with its page when it is locked', async () => {
    await openPage('first.md');
    await vscode.commands.executeCommand('auxWiki.openPreview');
    await titled('Preview First of two');
    await vscode.commands.executeCommand('auxWiki.preview.lock');
    await titled('[Preview] First of two');
    await openPage('second.md');
    await vscode.commands.executeCommand('auxWiki.openPreviewToSide');
    await titled('Preview Second of two');
    assert.deepEqual(
      previews()
        .map(({ label }) => label)
        .sort(),
      ['Preview Second of two', '[Preview] First of two'],
    );
  });

  test('leads back to the source', async () => {
    const { document } = await openPage('first.md');
    await vscode.commands.executeCommand('auxWiki.openPreview');
    await titled('Preview First of two');
    await vscode.commands.executeCommand('auxWiki.preview.showSource');
    await eventually(
      'the source is active',
      () => vscode.window.activeTextEditor?.document.uri.toString(),
      (uri) => uri === document.uri.toString(),
    );
  });
});

/** The tabs of previews: only a rendered page gives a preview its title. */
function previews(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('auxWiki.preview'));
}

async function titled(label: string): Promise<vscode.Tab> {
  await eventually(
    `a preview is titled ${label}`,
    () => previews().map((tab) => tab.label),
    (labels) => labels.includes(label),
  );
  const tab = previews().find((preview) => preview.label === label);
  assert.ok(tab);
  return tab;
}
