import * as vscode from 'vscode';

/** Whether diagrams may be had from the servers that draw them; a workspace that is not trusted cannot say so. */
export function diagramServersAllowed(uri: string): boolean {
  return configuration(uri).get<boolean>('diagramServers', false);
}

/** Whether images of other servers are loaded. */
export function remoteImagesAllowed(uri: string): boolean {
  return configuration(uri).get<boolean>('remoteImages', true);
}

/** Asks for leave to load diagrams from the servers of a page, and keeps the answer in the user's settings. */
export async function askForDiagramServers(uri: string, hosts: readonly string[]): Promise<void> {
  if (hosts.length === 0) return;
  const load = vscode.l10n.t('Load Diagrams');
  const message = vscode.l10n.t('Load diagrams from {0}?', hosts.join(', '));
  const detail = vscode.l10n.t(
    'The server gets the source of each diagram. This holds for every wiki, until you turn off the setting auxWiki.preview.diagramServers.',
  );
  const answer = await vscode.window.showInformationMessage(message, { modal: true, detail }, load);
  if (answer === load) await configuration(uri).update('diagramServers', true, vscode.ConfigurationTarget.Global);
}

function configuration(uri: string): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('auxWiki.preview', vscode.Uri.parse(uri));
}
