import * as vscode from 'vscode';

/** What shows a page beside its source. */
interface PagePanel {
  readonly panel: vscode.WebviewPanel;
  /** URI of the page that is shown. */
  readonly uri: string;
}

/** Opens the source of a shown page, where it is open already or else beside it, with the cursor on a zero-based line. */
export async function showSource({ panel, uri }: PagePanel, line?: number): Promise<void> {
  const visible = vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri);
  const viewColumn = visible?.viewColumn ?? otherColumn(panel.viewColumn);
  const editor = await vscode.window.showTextDocument(vscode.Uri.parse(uri), { viewColumn });
  if (line === undefined) return;
  const { range } = editor.document.lineAt(Math.min(line, editor.document.lineCount - 1));
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function otherColumn(column: vscode.ViewColumn | undefined): vscode.ViewColumn {
  return column === undefined || column === vscode.ViewColumn.One ? vscode.ViewColumn.Active : vscode.ViewColumn.One;
}
