import * as vscode from 'vscode';
import type { ToPreview } from './messages.ts';

/** Keeps the scroll of a preview and of the editors of its page together, as far as the settings want that. */
export interface EditorSync extends vscode.Disposable {
  /** The preview shows another page, or shows its page again; `isPlaced` where it has been told what to scroll to. */
  pageShown(isPlaced: boolean): void;
  /** The reader has scrolled the preview to a zero-based line. */
  scrollEditor(line: number): void;
}

/** How long an editor that the preview has scrolled may still tell of it, in milliseconds. */
const echo = 200;

/** @param post sends to the preview what it shall follow */
export function syncWithEditor(preview: { readonly uri: string }, post: (message: ToPreview) => void): EditorSync {
  let echoesUntil = 0;

  const isOfPage = ({ document }: vscode.TextEditor) => document.uri.toString() === preview.uri;

  function scrollPreview(editor: vscode.TextEditor): void {
    const line = editor.visibleRanges[0]?.start.line;
    if (line === undefined || !isWanted('scrollPreviewWithEditor', preview.uri)) return;
    post({ type: 'scroll', line, lineCount: editor.document.lineCount });
  }

  function showCursor(editor: vscode.TextEditor): void {
    post({ type: 'cursor', line: editor.selection.active.line });
  }

  const subscriptions = vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
      if (isOfPage(textEditor) && Date.now() > echoesUntil) scrollPreview(textEditor);
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (isOfPage(textEditor)) showCursor(textEditor);
    }),
  );
  return {
    pageShown(isPlaced) {
      const editor = vscode.window.visibleTextEditors.find(isOfPage);
      if (editor === undefined) return;
      if (!isPlaced) scrollPreview(editor);
      showCursor(editor);
    },
    scrollEditor(line) {
      if (!isWanted('scrollEditorWithPreview', preview.uri)) return;
      for (const editor of vscode.window.visibleTextEditors.filter(isOfPage)) {
        echoesUntil = Date.now() + echo;
        const top = Math.min(Math.floor(line), editor.document.lineCount - 1);
        editor.revealRange(new vscode.Range(top, 0, top, 0), vscode.TextEditorRevealType.AtTop);
      }
    },
    dispose: () => subscriptions.dispose(),
  };
}

function isWanted(setting: string, uri: string): boolean {
  return vscode.workspace.getConfiguration('auxWiki.preview', vscode.Uri.parse(uri)).get<boolean>(setting, true);
}
