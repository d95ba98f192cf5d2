import * as vscode from 'vscode';

const mark = [0xef, 0xbb, 0xbf];

/**
 * Writes a file again without its byte order mark, every other byte as it was. Unsaved changes are saved with it.
 * Text edits cannot do this: an editor hides the mark, and puts it back on each save.
 */
export async function removeByteOrderMark(file: vscode.Uri): Promise<void> {
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === file.toString());
  if (document?.isDirty && !(await document.save())) return;
  const bytes = await vscode.workspace.fs.readFile(file);
  if (!mark.every((byte, index) => bytes[index] === byte)) return;
  await vscode.workspace.fs.writeFile(file, bytes.subarray(mark.length));
}
