import * as vscode from 'vscode';
import { requests, type TreeResult } from '../../../server/src/protocol.ts';
import { createLatestTask } from '../latestTask.ts';
import { newPage } from '../pages/newPage.ts';
import type { WikiServer } from '../wikiServer.ts';
import type { Wikis } from '../wikis.ts';
import { type PageItem, pageItems, rowsByUri } from './pageItems.ts';
import { treeItemOf } from './treeItem.ts';

/** The view `auxWiki.pages`: every wiki's pages as Wiki.js's own navigation shows them. */
export function registerPagesView(server: WikiServer, wikis: Wikis): vscode.Disposable {
  const changed = new vscode.EventEmitter<undefined>();
  let items: readonly PageItem[] = [];
  let byUri: ReadonlyMap<string, PageItem> = new Map();

  const provider: vscode.TreeDataProvider<PageItem> = {
    onDidChangeTreeData: changed.event,
    getChildren: (item) => [...(item?.children ?? items)],
    getParent: (item) => item.parent,
    getTreeItem: treeItemOf,
  };
  const view = vscode.window.createTreeView('auxWiki.pages', { treeDataProvider: provider, showCollapseAll: true });

  // A pull or a branch switch tells of many changes at once: one reading is enough.
  const reading = createLatestTask(async () => {
    const tree = await server.request<TreeResult>(requests.tree, {});
    if (tree === undefined) return;
    items = pageItems(tree);
    byUri = rowsByUri(items);
    changed.fire(undefined);
    revealing.run();
  }, 50);

  const revealing = createLatestTask(async () => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const item = uri && byUri.get(uri.toString());
    if (item === undefined || !view.visible || view.selection[0]?.id === item.id) return;
    if (!vscode.workspace.getConfiguration('auxWiki.pages', uri).get<boolean>('revealActive', true)) return;
    try {
      await view.reveal(item, { select: true, focus: false });
    } catch {
      // The view is being filled at this moment; its next change reveals the page.
    }
  }, 100);

  return vscode.Disposable.from(
    changed,
    view,
    reading,
    revealing,
    server.onDidChangeTree(reading.run),
    wikis.onDidChange(reading.run),
    view.onDidChangeVisibility(revealing.run),
    vscode.window.onDidChangeActiveTextEditor(revealing.run),
    vscode.commands.registerCommand('auxWiki.refreshPages', reading.run),
    vscode.commands.registerCommand('auxWiki.openPage', (item: PageItem) => withUri(item, 'vscode.open')),
    vscode.commands.registerCommand('auxWiki.previewPage', (item: PageItem) => withUri(item, 'auxWiki.openPreview')),
    vscode.commands.registerCommand('auxWiki.revealPageInExplorer', (item: PageItem) =>
      withUri(item, 'revealInExplorer'),
    ),
    vscode.commands.registerCommand('auxWiki.copyPageLink', (item: PageItem) =>
      vscode.env.clipboard.writeText(`[${escapeLinkText(item.label)}](${item.url})`),
    ),
    vscode.commands.registerCommand('auxWiki.newPageHere', async (item: PageItem) => {
      const wiki = wikis.all.find((one) => one.root === vscode.Uri.parse(item.root).toString().replace(/\/$/, ''));
      if (wiki !== undefined) await newPage(server, { wiki, locale: item.locale, folder: item.path });
    }),
  );
}

async function withUri(item: PageItem, command: string): Promise<void> {
  if (item.uri !== undefined) await vscode.commands.executeCommand(command, vscode.Uri.parse(item.uri));
}

function escapeLinkText(text: string): string {
  return text.replace(/[\\[\]]/g, '\\$&');
}
