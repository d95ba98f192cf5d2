import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { closeEditors, codesOf, eventually, fileUri, openPage, pageText, writeFile } from '../support/workspace.ts';

const extension = () => vscode.extensions.getExtension('auxolotl.aux-wiki');

suite('extension', () => {
  teardown(closeEditors);

  test('a folder with a home page activates it', async () => {
    await eventually(
      'it is active',
      () => extension()?.isActive,
      (isActive) => isActive === true,
    );
  });

  test('every command of the manifest is there', async () => {
    await extension()?.activate();
    const registered = new Set(await vscode.commands.getCommands(true));
    const declared: { command: string }[] = extension()?.packageJSON.contributes.commands;
    assert.ok(declared.length > 0);
    assert.deepEqual(
      declared.map(({ command }) => command).filter((command) => !registered.has(command)),
      [],
    );
  });

  test('every text of the manifest is translated', async () => {
    assert.doesNotMatch(JSON.stringify(extension()?.packageJSON), /"%[\w.]+%"/);
  });

  test('after a restart the server knows what is not saved', async () => {
    await survives('restarted.md', () => vscode.commands.executeCommand('auxWiki.restartServer'));
  });

  test('after a crash the server starts again and knows what is not saved', async function () {
    if (process.platform === 'win32') this.skip();
    await survives('crashed.md', async () => {
      const pid = serverProcess();
      assert.ok(pid, 'the server has a process');
      process.kill(pid, 'SIGKILL');
      await eventually('another process', serverProcess, (now) => now !== undefined && now !== pid);
    });
  });

  test('a page is never overwritten, and commands take only what quick fixes give', async () => {
    const text = pageText('Kept', 'Text');
    const uri = await writeFile('kept.md', text);
    const title = { line: 1, start: 7, end: 8 };
    // The message that refuses stays until somebody closes it: not waited for.
    await vscode.commands.executeCommand('auxWiki.createMissingPage', { uri: uri.toString(), text: 'other', title });
    const outside = vscode.Uri.joinPath(fileUri('home.md'), '..', '..', 'outside.md');
    await vscode.commands.executeCommand('auxWiki.createMissingPage', { uri: outside.toString(), text: 'x', title });
    await vscode.commands.executeCommand('auxWiki.createMissingPage', 'nonsense');
    await vscode.commands.executeCommand('auxWiki.removeByteOrderMark');
    assert.equal(Buffer.from(await vscode.workspace.fs.readFile(uri)).toString(), text);
    await assert.rejects(async () => vscode.workspace.fs.stat(outside));
  });
});

/** An unsaved dead link stays in the editor, and is reported again after what happens to the server. */
async function survives(file: string, happen: () => Thenable<unknown>): Promise<void> {
  const uri = await writeFile(file, pageText('Before', 'Text'));
  const { document } = await openPage(file);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, document.lineAt(document.lineCount - 1).range.end, '[one](/nowhere/one)\n');
  await vscode.workspace.applyEdit(edit);
  await eventually(
    'one dead link',
    () => codesOf(uri).length,
    (count) => count === 1,
  );
  await happen();
  const more = new vscode.WorkspaceEdit();
  more.insert(uri, document.lineAt(document.lineCount - 1).range.end, '[two](/nowhere/two)\n');
  await vscode.workspace.applyEdit(more);
  await eventually(
    'two dead links',
    () => codesOf(uri).length,
    (count) => count === 2,
  );
  assert.ok(document.isDirty);
}

function serverProcess(): number | undefined {
  const list = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  for (const line of list.split('\n')) {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    if (Number(parent) === process.pid && command?.includes('dist/server.js')) return Number(pid);
  }
  return undefined;
}
