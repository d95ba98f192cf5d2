import * as vscode from 'vscode';
import {
  requests,
  type StructuralEditName,
  type StructuralEditParams,
  type StructuralEditResult,
} from '../../../server/src/protocol.ts';
import type { WikiServer } from '../wikiServer.ts';

const names: readonly StructuralEditName[] = [
  'tableOfContents',
  'formatTable',
  'extractSection',
  'normalizeLinks',
  'normalizeAllLinks',
];

/** The commands that edit a page by its structure: `auxWiki.formatTable` and the like. The server makes the edits. */
export function registerStructureCommands(server: WikiServer): vscode.Disposable {
  return vscode.Disposable.from(
    ...names.map((name) => vscode.commands.registerCommand(`auxWiki.${name}`, () => run(server, name))),
  );
}

async function run(server: WikiServer, name: StructuralEditName): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a page of a wiki first.'));
    return;
  }
  const { line, character } = editor.selection.active;
  const ask = (path?: string) => {
    const uri = editor.document.uri.toString();
    const params: StructuralEditParams = { uri, name, position: { line, character }, path };
    return server.request<StructuralEditResult>(requests.structuralEdit, params);
  };
  let result = await ask();
  if (result?.kind === 'proposed') {
    const path = await askForPath(result.path);
    if (path === undefined) return;
    result = await ask(path);
  }
  if (result === undefined) void vscode.window.showErrorMessage(vscode.l10n.t('The language server does not answer.'));
  else if (result.kind === 'refused') void vscode.window.showInformationMessage(result.reason);
}

async function askForPath(proposed: string): Promise<string | undefined> {
  const lastSegment = proposed.lastIndexOf('/') + 1;
  const path = await vscode.window.showInputBox({
    title: vscode.l10n.t('Extract Section into New Page'),
    prompt: vscode.l10n.t('Path of the page, with / between folders and without an extension'),
    value: proposed,
    valueSelection: [lastSegment, proposed.length],
    ignoreFocusOut: true,
  });
  return path === undefined || path.trim() === '' ? undefined : path;
}
