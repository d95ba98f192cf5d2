import * as vscode from 'vscode';
import type { Location } from 'vscode-languageclient/node';
import { commands, requests, type ShowBacklinksArguments } from '../../../server/src/protocol.ts';
import type { WikiServer } from '../wikiServer.ts';
import type { Wikis } from '../wikis.ts';

/** The command of the code lens above a page: lists the links to it where VS Code lists references. */
export function registerShowBacklinks(server: WikiServer, wikis: Wikis): vscode.Disposable {
  return vscode.commands.registerCommand(commands.showBacklinks, async (value: unknown) => {
    if (!isShowBacklinksArguments(value)) return;
    const uri = vscode.Uri.parse(value.uri);
    if (wikis.wikiOf(uri) === undefined) return;
    const links = (await server.request<Location[]>(requests.backlinks, { uri: value.uri })) ?? [];
    const places = links.map(({ uri: from, range: { start, end } }) => {
      const range = new vscode.Range(start.line, start.character, end.line, end.character);
      return new vscode.Location(vscode.Uri.parse(from), range);
    });
    await vscode.commands.executeCommand('editor.action.showReferences', uri, new vscode.Position(0, 0), places);
  });
}

/** Whether the command was given what a code lens gives it: any extension and any key binding can run a command. */
function isShowBacklinksArguments(value: unknown): value is ShowBacklinksArguments {
  return typeof value === 'object' && value !== null && 'uri' in value && typeof value.uri === 'string';
}
