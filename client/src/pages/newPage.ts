import * as vscode from 'vscode';
import { type NewPageParams, type NewPageResult, requests, type TreeResult } from '../../../server/src/protocol.ts';
import { allNodes } from '../pageTree.ts';
import type { WikiServer } from '../wikiServer.ts';
import type { WikiInfo, Wikis } from '../wikis.ts';
import { createPage } from './createPage.ts';

/** Where a new page is meant to lie: what the user is asked starts from here. */
export interface NewPagePlace {
  readonly wiki: WikiInfo;
  readonly locale: string | undefined;
  /** Path of the folder, `''` for the top. */
  readonly folder: string;
}

/** Asks for path and title, and creates the page. A refusal of Wiki.js shows while the path is typed. */
export async function newPage(server: WikiServer, place: NewPagePlace): Promise<void> {
  const ask = (path: string, title: string | undefined) => {
    const params: NewPageParams = { root: place.wiki.root, locale: place.locale, path: path.trim(), title };
    return server.request<NewPageResult>(requests.newPage, params);
  };
  const start = place.folder === '' ? '' : `${place.folder}/`;
  const path = await vscode.window.showInputBox({
    title: vscode.l10n.t('New Page in {0} (1/2)', place.wiki.name),
    prompt: vscode.l10n.t('Path of the page, with / between folders and without an extension'),
    placeHolder: 'community/meetings',
    value: start,
    valueSelection: [start.length, start.length],
    ignoreFocusOut: true,
    validateInput: async (value) => (value.trim() === start ? undefined : messageOf(await ask(value, undefined))),
  });
  if (path === undefined || path.trim() === '' || path.trim() === start) return;
  const title = await vscode.window.showInputBox({
    title: vscode.l10n.t('New Page in {0} (2/2)', place.wiki.name),
    prompt: vscode.l10n.t('Title of the page'),
    value: titleOf(path),
    ignoreFocusOut: true,
    validateInput: (value) =>
      value.trim() === '' ? vscode.l10n.t('Wiki.js refuses a page without a title') : undefined,
  });
  if (title === undefined || title.trim() === '') return;
  const result = await ask(path, title.trim());
  if (result?.kind === 'ok') await createPage(result);
  else void vscode.window.showErrorMessage(result?.reason ?? vscode.l10n.t('The language server does not answer.'));
}

/** The place that the user is at: beside the active page, else the top of the only wiki, or of the one that is picked. */
export async function placeOfNewPage(server: WikiServer, wikis: Wikis): Promise<NewPagePlace | undefined> {
  const active = vscode.window.activeTextEditor?.document.uri;
  const wikiOfActive = active && wikis.wikiOf(active);
  if (active === undefined || wikiOfActive === undefined) {
    const wiki = await pickWiki(wikis);
    return wiki && { wiki, locale: undefined, folder: '' };
  }
  const tree = await server.request<TreeResult>(requests.tree, { root: wikiOfActive.root });
  for (const node of tree === undefined ? [] : allNodes(tree)) {
    if (node.uri === undefined || vscode.Uri.parse(node.uri).toString() !== active.toString()) continue;
    return { wiki: wikiOfActive, locale: node.locale, folder: node.path.split('/').slice(0, -1).join('/') };
  }
  return { wiki: wikiOfActive, locale: undefined, folder: '' };
}

async function pickWiki(wikis: Wikis): Promise<WikiInfo | undefined> {
  if (wikis.all.length <= 1) return wikis.all[0];
  const items = wikis.all.map((wiki) => ({ label: wiki.name, description: vscode.Uri.parse(wiki.root).fsPath, wiki }));
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('New Page: which wiki?') });
  return picked?.wiki;
}

function messageOf(result: NewPageResult | undefined): vscode.InputBoxValidationMessage | undefined {
  if (result === undefined) return undefined;
  if (result.kind === 'refused') return { message: result.reason, severity: vscode.InputBoxValidationSeverity.Error };
  if (result.warnings.length === 0) return undefined;
  return { message: result.warnings.join(' '), severity: vscode.InputBoxValidationSeverity.Warning };
}

/** A first guess at a title: the last segment with its dashes as spaces. */
function titleOf(path: string): string {
  const segment = path.trim().split('/').at(-1) ?? '';
  const words = segment.replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
