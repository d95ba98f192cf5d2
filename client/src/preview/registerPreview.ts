import * as vscode from 'vscode';
import type { WikiServer } from '../wikiServer.ts';
import { isPage, type Wikis } from '../wikis.ts';
import { isPreviewState } from './messages.ts';
import { createPreview, type Preview } from './preview.ts';
import { showSource } from './showSource.ts';

const viewType = 'auxWiki.preview';

/** The previews: their commands, what they follow, and how they come back after a reload. */
export function registerPreview(context: vscode.ExtensionContext, server: WikiServer, wikis: Wikis): vscode.Disposable {
  const previews = new Set<Preview>();
  const previewContext = { extension: context.extensionUri, server, wikis };

  function adopt(panel: vscode.WebviewPanel, start: { uri: string; locked: boolean }): void {
    const preview = createPreview(panel, previewContext, start);
    previews.add(preview);
    preview.onDidChange(showContext);
    panel.onDidChangeViewState(showContext);
    panel.onDidDispose(() => {
      previews.delete(preview);
      showContext();
    });
    showContext();
  }

  function open(target: unknown, column: vscode.ViewColumn): void {
    const uri = pageOf(target);
    if (uri === undefined) return;
    const existing = [...previews].find((preview) => !preview.locked);
    if (existing !== undefined) {
      existing.show(uri.toString());
      existing.panel.reveal(undefined, true);
      return;
    }
    const options = { enableFindWidget: true, retainContextWhenHidden: false };
    const place = { viewColumn: column, preserveFocus: column === vscode.ViewColumn.Beside };
    adopt(vscode.window.createWebviewPanel(viewType, vscode.l10n.t('Preview'), place, options), {
      uri: uri.toString(),
      locked: false,
    });
  }

  const active = () => [...previews].find((preview) => preview.panel.active);
  const refresh = (isConcerned: (preview: Preview) => boolean) => {
    for (const preview of previews) if (isConcerned(preview)) preview.refresh();
  };
  let seenWikis = '';
  /** Their counts of problems change with nearly every key, and say nothing of how a page looks. */
  function wikisChanged(): void {
    const now = JSON.stringify(wikis.all.map(({ root, isRead }) => [root, isRead]));
    if (now === seenWikis) return;
    seenWikis = now;
    refresh(() => true);
  }

  const changed = (uri: vscode.Uri) => refresh((preview) => preview.uri === uri.toString());

  function showContext(): void {
    const preview = active();
    setContext('auxWiki.preview.canGoBack', preview?.canGoBack ?? false);
    setContext('auxWiki.preview.canGoForward', preview?.canGoForward ?? false);
    setContext('auxWiki.preview.locked', preview?.locked ?? false);
  }

  const files = vscode.workspace.createFileSystemWatcher('**/*.{md,html}', true, false, true);
  return vscode.Disposable.from(
    vscode.commands.registerCommand('auxWiki.openPreview', (target) => open(target, vscode.ViewColumn.Active)),
    vscode.commands.registerCommand('auxWiki.openPreviewToSide', (target) => open(target, vscode.ViewColumn.Beside)),
    vscode.commands.registerCommand('auxWiki.preview.back', () => active()?.go(-1)),
    vscode.commands.registerCommand('auxWiki.preview.forward', () => active()?.go(1)),
    vscode.commands.registerCommand('auxWiki.preview.lock', () => active()?.toggleLock()),
    vscode.commands.registerCommand('auxWiki.preview.unlock', () => active()?.toggleLock()),
    vscode.commands.registerCommand('auxWiki.preview.showSource', () => {
      const preview = active();
      return preview && showSource(preview);
    }),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel, state: unknown) {
        if (isPreviewState(state)) adopt(panel, state);
        else panel.dispose();
      },
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor === undefined || !isPage(editor.document) || !wikis.wikiOf(editor.document.uri)) return;
      for (const preview of previews) if (!preview.locked) preview.show(editor.document.uri.toString());
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => changed(document.uri)),
    files,
    files.onDidChange(changed),
    server.onDidChangeTree(() => refresh(() => true)),
    wikis.onDidChange(wikisChanged),
    vscode.workspace.onDidGrantWorkspaceTrust(() => refresh(() => true)),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('auxWiki.preview')) refresh(() => true);
    }),
  );
}

/** The page that a command is about: a file of the explorer, a node of the sidebar, else the active editor's. */
function pageOf(target: unknown): vscode.Uri | undefined {
  if (target instanceof vscode.Uri) return target;
  if (typeof target === 'object' && target !== null && 'uri' in target && target.uri instanceof vscode.Uri) {
    return target.uri;
  }
  return vscode.window.activeTextEditor?.document.uri;
}

function setContext(key: string, value: boolean): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
