import * as vscode from 'vscode';
import { registerPageCommands } from './pages/commands.ts';
import { registerPreview } from './preview/registerPreview.ts';
import { registerShowBacklinks } from './reading/showBacklinks.ts';
import { suggestWhileTyping } from './reading/suggestWhileTyping.ts';
import { registerPagesView } from './sidebar/pagesView.ts';
import { createStatus } from './status.ts';
import { registerStructureCommands } from './structure/structureCommands.ts';
import { createWikiServer, type WikiServer } from './wikiServer.ts';
import { createWikis } from './wikis.ts';

let server: WikiServer | undefined;

/** VS Code calls this where the workspace may hold a wiki; everything stays silent until the server has found one. */
export function activate(context: vscode.ExtensionContext): void {
  const output = vscode.window.createOutputChannel('Aux Wiki', { log: true });
  const running = createWikiServer(context, output);
  server = running;
  const wikis = createWikis(running);
  context.subscriptions.push(
    output,
    running,
    wikis,
    createStatus(running, wikis),
    registerPreview(context, running, wikis),
    registerPagesView(running, wikis),
    registerShowBacklinks(running, wikis),
    suggestWhileTyping(running, wikis),
    registerPageCommands(running, wikis, output),
    registerStructureCommands(running),
    vscode.commands.registerCommand('auxWiki.restartServer', () => running.restart()),
    vscode.commands.registerCommand('auxWiki.showOutput', () => output.show()),
  );
  void running.start();
}

/** Ends the server's process. */
export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}
