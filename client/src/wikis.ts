import * as vscode from 'vscode';
import { requests, type WikisResult } from '../../server/src/protocol.ts';
import type { WikiServer } from './wikiServer.ts';

export type WikiInfo = WikisResult['wikis'][number];

/** The wikis of the workspace, as the server has found them. */
export interface Wikis extends vscode.Disposable {
  readonly all: readonly WikiInfo[];
  readonly onDidChange: vscode.Event<void>;
  /** The wiki that a file lies in; of wikis within wikis the innermost. */
  wikiOf(uri: vscode.Uri): WikiInfo | undefined;
}

/** Follows the server, and keeps the context keys `auxWiki.active` and `auxWiki.activePage` true. */
export function createWikis(server: WikiServer): Wikis {
  const changed = new vscode.EventEmitter<void>();
  let all: readonly WikiInfo[] = [];

  function wikiOf(uri: vscode.Uri): WikiInfo | undefined {
    const text = uri.toString();
    let found: WikiInfo | undefined;
    for (const wiki of all) {
      if (text.startsWith(`${wiki.root}/`) && wiki.root.length > (found?.root.length ?? 0)) found = wiki;
    }
    return found;
  }

  function update(result: WikisResult): void {
    all = result.wikis.map((wiki) => ({ ...wiki, root: vscode.Uri.parse(wiki.root).toString().replace(/\/$/, '') }));
    setContext('auxWiki.active', all.length > 0);
    showWhetherPage(vscode.window.activeTextEditor);
    changed.fire();
  }

  function showWhetherPage(editor: vscode.TextEditor | undefined): void {
    const document = editor?.document;
    setContext('auxWiki.activePage', document !== undefined && isPage(document) && wikiOf(document.uri) !== undefined);
  }

  async function ask(): Promise<void> {
    const result = await server.request<WikisResult>(requests.wikis, {});
    if (result !== undefined) update(result);
  }

  const subscriptions = [
    changed,
    server.onDidChangeWikis(update),
    server.onDidChangeState((state) => {
      if (state === 'running') void ask();
    }),
    vscode.window.onDidChangeActiveTextEditor(showWhetherPage),
  ];
  return {
    get all() {
      return all;
    },
    onDidChange: changed.event,
    wikiOf,
    dispose: () => {
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}

/** Whether a document can be a page of a wiki: one that Wiki.js renders, on the disk. */
export function isPage(document: vscode.TextDocument): boolean {
  return document.uri.scheme === 'file' && (document.languageId === 'markdown' || document.languageId === 'html');
}

function setContext(key: string, value: boolean): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
