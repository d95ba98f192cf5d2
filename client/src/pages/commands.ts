import * as vscode from 'vscode';
import { commands, type NewPageResult, requests } from '../../../server/src/protocol.ts';
import type { WikiServer } from '../wikiServer.ts';
import type { Wikis } from '../wikis.ts';
import { isCreatePageArguments, isRemoveByteOrderMarkArguments } from './commandArguments.ts';
import { createPage } from './createPage.ts';
import { newPage, placeOfNewPage } from './newPage.ts';
import { removeByteOrderMark } from './removeByteOrderMark.ts';

/** The commands that make and mend pages. */
export function registerPageCommands(
  server: WikiServer,
  wikis: Wikis,
  output: vscode.LogOutputChannel,
): vscode.Disposable {
  const isInWiki = (uri: string) => wikis.wikiOf(vscode.Uri.parse(uri)) !== undefined;
  const refuse = (command: string) => output.warn(`${command} was run with something else than a quick fix gives`);
  return vscode.Disposable.from(
    vscode.commands.registerCommand('auxWiki.newPage', async () => {
      const place = await placeOfNewPage(server, wikis);
      if (place !== undefined) await newPage(server, place);
    }),
    vscode.commands.registerCommand('auxWiki.createHomePage', () => createHomePage(server, wikis)),
    vscode.commands.registerCommand(commands.createPage, async (value: unknown) => {
      if (isCreatePageArguments(value) && isInWiki(value.uri)) await createPage(value);
      else refuse(commands.createPage);
    }),
    vscode.commands.registerCommand(commands.removeByteOrderMark, async (value: unknown) => {
      if (isRemoveByteOrderMarkArguments(value) && isInWiki(value.uri)) {
        await removeByteOrderMark(vscode.Uri.parse(value.uri));
      } else refuse(commands.removeByteOrderMark);
    }),
  );
}

/** Makes the folder a wiki, or gives a wiki its first page: `home`, which Wiki.js shows at `/`. */
async function createHomePage(server: WikiServer, wikis: Wikis): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  const root = wikis.all[0]?.root ?? folder?.uri.toString();
  const title = wikis.all[0]?.name ?? folder?.name;
  if (root === undefined || title === undefined) return;
  const params = { root, locale: undefined, path: 'home', title };
  const result = await server.request<NewPageResult>(requests.newPage, params);
  if (result?.kind === 'ok') await createPage(result);
  else void vscode.window.showErrorMessage(result?.reason ?? vscode.l10n.t('The language server does not answer.'));
}
