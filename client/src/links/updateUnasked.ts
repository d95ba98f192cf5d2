import * as vscode from 'vscode';

type WillRename = (event: vscode.FileWillRenameEvent) => Thenable<vscode.WorkspaceEdit | null | undefined>;

/**
 * Makes the changes of links that a move needs at once where the person wants that always. VS Code would ask about an edit
 * that an extension gives it, whatever our setting says.
 */
export async function updateUnasked(
  event: vscode.FileWillRenameEvent,
  next: WillRename,
): Promise<vscode.WorkspaceEdit | undefined> {
  const edit = (await next(event)) ?? undefined;
  if (edit === undefined || !event.files.every(({ oldUri }) => isAlways(oldUri))) return edit;
  await vscode.workspace.applyEdit(edit, { isRefactoring: true });
  return undefined;
}

function isAlways(uri: vscode.Uri): boolean {
  return vscode.workspace.getConfiguration('auxWiki', uri).get('links.updateOnMove') === 'always';
}
