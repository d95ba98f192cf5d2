import * as vscode from 'vscode';
import type { WikiServer } from './wikiServer.ts';
import type { Wikis } from './wikis.ts';

/** The language status item: what the server is doing and how the active page's wiki is; its command shows the log. */
export function createStatus(server: WikiServer, wikis: Wikis): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('auxWiki.status', []);
  item.name = 'Aux Wiki';

  function show(): void {
    const editor = vscode.window.activeTextEditor;
    const wiki = editor && wikis.wikiOf(editor.document.uri);
    // Where no wiki is found the item stays away.
    item.selector = wikis.all.length === 0 && server.state === 'running' ? [] : shownFor;
    item.busy = server.state === 'starting' || (wiki !== undefined && !(wiki.isRead && wiki.unchecked === 0));
    item.severity = vscode.LanguageStatusSeverity.Information;
    item.command = { command: 'auxWiki.showOutput', title: vscode.l10n.t('Show Log') };
    if (server.state === 'starting' || wiki?.isRead === false) {
      item.text = vscode.l10n.t('Reading the wiki');
    } else if (server.state === 'stopped') {
      item.text = vscode.l10n.t('Stopped');
      item.severity = vscode.LanguageStatusSeverity.Error;
      item.command = { command: 'auxWiki.restartServer', title: vscode.l10n.t('Restart') };
    } else if (wiki === undefined) {
      item.text = vscode.l10n.t('Not in a wiki');
    } else {
      item.text = vscode.l10n.t('{0} pages, {1} problems', wiki.pages, wiki.problems);
    }
    item.detail = wiki?.name ?? 'Aux Wiki';
  }

  show();
  const subscriptions = [
    item,
    server.onDidChangeState(show),
    wikis.onDidChange(show),
    vscode.window.onDidChangeActiveTextEditor(show),
  ];
  return vscode.Disposable.from(...subscriptions);
}

const shownFor: vscode.DocumentFilter[] = [
  { scheme: 'file', language: 'markdown' },
  { scheme: 'file', language: 'html' },
];
