import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** The wiki that VS Code has open: a copy, made for this run. */
export function root(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'a folder is open');
  return folder.uri;
}

/** A file of the wiki by its path. */
export function fileUri(file: string): vscode.Uri {
  return vscode.Uri.joinPath(root(), ...file.split('/'));
}

/** Writes a file as another program would. */
export async function writeFile(file: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const uri = fileUri(file);
  await vscode.workspace.fs.writeFile(uri, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  return uri;
}

/** The text of a page that Wiki.js imports as it is. */
export function pageText(title: string, body: string): string {
  const date = '2026-11-20T09:12:44.318Z';
  return `---
title: ${title}
description: A page of the tests
published: true
date: ${date}
tags: tests
editor: markdown
dateCreated: ${date}
---

${body}
`;
}

/** Opens a page in an editor, and the position of the first `text` in it, one character in. */
export async function openPage(file: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(fileUri(file), { viewColumn: vscode.ViewColumn.One, preview: false });
}

/** The position one character into the first `text` of a document. */
export function positionIn(document: vscode.TextDocument, text: string): vscode.Position {
  const offset = document.getText().indexOf(text);
  assert.ok(offset >= 0, `${document.uri.path} has ${text}`);
  return document.positionAt(offset + 1);
}

/** The codes of a file's problems, as Aux Wiki reports them. */
export function codesOf(uri: vscode.Uri): string[] {
  return vscode.languages.getDiagnostics(uri).map(({ code }) => String(typeof code === 'object' ? code.value : code));
}

/** Asks until the answer is good; fails with the last answer after ten seconds. */
export async function eventually<T>(
  what: string,
  ask: () => T | Thenable<T>,
  isGood: (answer: T) => boolean,
): Promise<T> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const answer = await ask();
    if (isGood(answer)) return answer;
    assert.ok(Date.now() < deadline, `${what}; it was ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Closes every editor without saving. */
export async function closeEditors(): Promise<void> {
  while (vscode.window.activeTextEditor?.document.isDirty) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
