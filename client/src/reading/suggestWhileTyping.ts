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
    const before = document.lineAt(position).text.slice(0, position.character);
    if (!isBegun(before, isInFrontmatter(document, position.line))) return;
    if (wikis.wikiOf(document.uri) === undefined) return;
    // The server has to hear of the letter first, by a listener that may come after this one.
    await new Promise((resolve) => setTimeout(resolve));
    const { line, character } = position;
    const found = await server.request<CompletionList>('textDocument/completion', {
      textDocument: { uri: document.uri.toString() },
      position: { line, character },
    });
    // Where there is nothing of ours, VS Code would suggest words of the text.
    if (found === undefined || found.items.length === 0 || !isGoingOn(document, position)) return;
    await vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
  });
}

/** As far down as a cursor can be in frontmatter: Wiki.js writes seven keys. */
const longestFrontmatter = 50;

function isInFrontmatter(document: vscode.TextDocument, line: number): boolean {
  if (line === 0 || line > longestFrontmatter || document.lineAt(0).text !== '---') return false;
  for (let above = 1; above < line; above++) if (document.lineAt(above).text.startsWith('---')) return false;
  return true;
}

/** Whether the cursor is still where a text was being typed, or some letters further. */
function isGoingOn(document: vscode.TextDocument, { line, character }: vscode.Position): boolean {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document !== document) return false;
  const { active } = editor.selection;
  if (active.line !== line || active.character < character) return false;
  return /^[\w+-]*$/.test(document.lineAt(line).text.slice(character, active.character));
}
