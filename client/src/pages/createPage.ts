import * as vscode from 'vscode';
import type { CreatePageArguments } from '../../../server/src/protocol.ts';

/**
 * Creates a page's file and opens it with the title selected. One undoable edit; a file that exists is never touched.
 * Gives back whether the page was created.
 */
export async function createPage({ uri, text, title }: CreatePageArguments): Promise<boolean> {
  const file = vscode.Uri.parse(uri);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(file, { overwrite: false, ignoreIfExists: false, contents: new TextEncoder().encode(text) });
  if ((await exists(file)) || !(await vscode.workspace.applyEdit(edit))) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('{0} could not be created. Is there a file of that name?', vscode.workspace.asRelativePath(file)),
    );
    return false;
  }
  const selection = new vscode.Range(title.line, title.start, title.line, title.end);
  await vscode.window.showTextDocument(file, { selection, preview: false, viewColumn: columnOfEditors() });
  return true;
}

/** Where text is edited: a page that is created from a preview must not cover it. */
function columnOfEditors(): vscode.ViewColumn {
  const editor = vscode.window.activeTextEditor ?? vscode.window.visibleTextEditors[0];
  return editor?.viewColumn ?? vscode.ViewColumn.Active;
}

async function exists(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
