import * as vscode from 'vscode';
import type { CompletionList } from 'vscode-languageclient/node';
import type { WikiServer } from '../wikiServer.ts';
import type { Wikis } from '../wikis.ts';
import { isBegun } from './isBegun.ts';

/** Shows suggestions where a letter, and not a character of its own, makes plain that one is wanted. */
export function suggestWhileTyping(server: WikiServer, wikis: Wikis): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument(async ({ document, contentChanges, reason }) => {
    const [change] = contentChanges;
    if (change === undefined || contentChanges.length > 1 || change.text.length !== 1 || reason !== undefined) return;
    if (vscode.window.activeTextEditor?.document !== document || document.languageId !== 'markdown') return;
    const position = change.range.start.translate(0, 1);
    if (!isBegun(document.lineAt(position).text.slice(0, position.character))) return;
    if (wikis.wikiOf(document.uri) === undefined) return;
    const { version } = document;
    const { line, character } = position;
    const found = await server.request<CompletionList>('textDocument/completion', {
      textDocument: { uri: document.uri.toString() },
      position: { line, character },
    });
    // Where there is nothing of ours, VS Code would suggest words of the text.
    if (found === undefined || found.items.length === 0 || document.version !== version) return;
    await vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
  });
}
