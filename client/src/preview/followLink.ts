import * as vscode from 'vscode';
import { type NewPageResult, type ResolveParams, type ResolveResult, requests } from '../../../server/src/protocol.ts';
import { createPage } from '../pages/createPage.ts';
import type { WikiServer } from '../wikiServer.ts';
import type { Wikis } from '../wikis.ts';

/** What a browser may be opened with; everything else that a page can name stays closed. */
const externalSchemes: ReadonlySet<string> = new Set([
  'http',
  'https',
  'mailto',
  'tel',
  'ftp',
  'sms',
  'xmpp',
  'matrix',
]);

/** What shows pages, of a preview just as much as a click needs. */
interface PageViewer {
  /** URI of the page that is shown. */
  readonly uri: string;
  show(uri: string, fragment?: string): void;
}

/** Does what a click on a link of the shown page means, by the server's answer to where it leads. */
export async function followLink(href: string, preview: PageViewer, server: WikiServer, wikis: Wikis): Promise<void> {
  const from = preview.uri;
  const params: ResolveParams = { uri: from, href };
  const target = await server.request<ResolveResult>(requests.resolve, params);
  switch (target?.kind) {
    case 'page':
      return preview.show(vscode.Uri.parse(target.uri).toString(), target.fragment ?? undefined);
    case 'anchor':
      return preview.show(from, target.fragment);
    case 'asset':
      return void (await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(target.uri)));
    case 'external':
      return openExternal(target.url);
    case 'missing-page':
      return offerPage(target.locale, target.path, from, server, wikis);
    case 'none':
      return void vscode.window.setStatusBarMessage(target.reason, 5000);
  }
}

async function openExternal(url: string): Promise<void> {
  const uri = vscode.Uri.parse(url);
  if (externalSchemes.has(uri.scheme)) await vscode.env.openExternal(uri);
}

async function offerPage(locale: string, path: string, from: string, server: WikiServer, wikis: Wikis): Promise<void> {
  const root = wikis.wikiOf(vscode.Uri.parse(from))?.root;
  const create = vscode.l10n.t('Create Page');
  const question = vscode.l10n.t('There is no page at /{0} yet.', path);
  if ((await vscode.window.showInformationMessage(question, create)) !== create || root === undefined) return;
  const result = await server.request<NewPageResult>(requests.newPage, { root, locale, path, title: undefined });
  if (result?.kind === 'ok') await createPage(result);
  else if (result !== undefined) void vscode.window.showErrorMessage(result.reason);
}
