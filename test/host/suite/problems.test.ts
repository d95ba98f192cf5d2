import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import {
  closeEditors,
  codesOf,
  eventually,
  fileUri,
  openPage,
  pageText,
  positionIn,
  writeFile,
} from '../support/workspace.ts';

suite('problems', () => {
  teardown(closeEditors);

  test('the whole wiki is checked, also what is not open', async () => {
    const codes = await eventually(
      'the page of mistakes has a dead link',
      () => codesOf(fileUri('mistakes.md')),
      (found) => found.includes('link/missing-page'),
    );
    assert.ok(codes.some((code) => code.startsWith('frontmatter/')));
  });

  test('a rule is linked to its documentation', async () => {
    const uri = fileUri('mistakes.md');
    await eventually(
      'problems',
      () => codesOf(uri),
      (codes) => codes.length > 0,
    );
    for (const { code, source } of vscode.languages.getDiagnostics(uri)) {
      assert.ok(typeof code === 'object' && code.target.scheme === 'https');
      assert.equal(source, 'aux-wiki');
    }
  });

  test('problems come and go while typing', async () => {
    const uri = await writeFile('typing.md', pageText('Typing', 'Text'));
    const { document } = await openPage('typing.md');
    const end = document.lineAt(document.lineCount - 1).range.end;
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, end, '\n[nowhere](/nowhere/at-all)\n');
    await vscode.workspace.applyEdit(edit);
    await eventually(
      'the dead link is reported',
      () => codesOf(uri),
      (codes) => codes.includes('link/missing-page'),
    );
    await vscode.commands.executeCommand('undo');
    await eventually(
      'it is taken back',
      () => codesOf(uri),
      (codes) => codes.length === 0,
    );
  });

  test('a quick fix creates the page that a link leads to', async () => {
    const uri = await writeFile('trip.md', pageText('Trip', 'See [how to travel](/care/how-to-travel).'));
    const { document } = await openPage('trip.md');
    await eventually(
      'the dead link is reported',
      () => codesOf(uri),
      (codes) => codes.includes('link/missing-page'),
    );
    const action = await codeAction(document, '/care/how-to-travel', /create/i);
    await runAction(action);

    const created = fileUri('care/how-to-travel.md');
    await eventually(
      'the page is there',
      () => existsSync(created.fsPath),
      (exists) => exists,
    );
    await eventually(
      'no link is dead any more',
      () => codesOf(uri),
      (codes) => codes.length === 0,
    );
    const editor = await eventually(
      'the page is open',
      () => vscode.window.activeTextEditor,
      (active) => active?.document.uri.toString() === created.toString(),
    );
    assert.ok(editor);
    assert.match(editor.document.getText(editor.selection), /travel/i);
    assert.match(editor.document.lineAt(editor.selection.start.line).text, /^title: /);
  });

  test('a byte order mark is removed, and nothing else', async () => {
    const text = pageText('Marked', 'Text with ä and 🦎');
    const uri = await writeFile('marked.md', Buffer.from(`\ufeff${text}`));
    const { document } = await openPage('marked.md');
    await eventually(
      'it is reported',
      () => codesOf(uri),
      (codes) => codes.length > 0,
    );
    await runAction(await codeAction(document, '---', /byte order mark/i));
    const read = async () => Buffer.from(await vscode.workspace.fs.readFile(uri)).toString('utf8');
    await eventually('the file has no mark', read, (now) => now === text);
    await eventually(
      'no problem is left',
      () => codesOf(uri),
      (codes) => codes.length === 0,
    );
    // The editor must not put it back.
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, document.lineAt(document.lineCount - 1).range.end, 'More\n');
    await vscode.workspace.applyEdit(edit);
    await document.save();
    assert.equal(await read(), `${text}More\n`);
  });

  test('a page outside of every wiki has none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'no-wiki-'));
    try {
      const file = join(folder, 'notes.md');
      writeFileSync(file, '[nowhere](/nowhere)\n');
      const inWiki = await writeFile('beside.md', pageText('Beside', '[nowhere](/nowhere)'));
      const outside = vscode.Uri.file(file);
      await vscode.window.showTextDocument(outside);
      await eventually(
        'the wiki is checked',
        () => codesOf(inWiki),
        (codes) => codes.includes('link/missing-page'),
      );
      assert.deepEqual(
        vscode.languages.getDiagnostics(outside).filter(({ source }) => source === 'aux-wiki'),
        [],
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** The action that VS Code offers at a text; right after a change there may be none yet. */
async function codeAction(document: vscode.TextDocument, at: string, title: RegExp): Promise<vscode.CodeAction> {
  const position = positionIn(document, at);
  const actions = await eventually(
    `an action ${title} is offered`,
    () =>
      vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(position, position),
        vscode.CodeActionKind.QuickFix.value,
        20,
      ),
    (offered) => offered.some((action) => title.test(action.title)),
  );
  const action = actions.find((offered) => title.test(offered.title));
  assert.ok(action);
  return action;
}

async function runAction(action: vscode.CodeAction): Promise<void> {
  if (action.edit !== undefined) await vscode.workspace.applyEdit(action.edit);
  const { command } = action;
  if (command !== undefined) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}
