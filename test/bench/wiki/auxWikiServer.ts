import { join } from 'node:path';
import type { PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { notifications, type WikisResult } from '../../../server/src/protocol.ts';
import { projectRoot } from '../../host/embedded/paths.ts';
import { type BenchServer, type ServerProcess, startServerProcess, uriOf } from './benchServer.ts';
import { documentRequests, editCount } from './documents.ts';

/** Ours, as it is packed: `aux-wiki lsp --stdio`. Its pause before it checks what is typed is set to nothing. */
export function auxWikiServer(): BenchServer {
  let root = '';
  let server: ServerProcess;
  let documents: ReturnType<typeof documentRequests>;
  let wikis: WikisResult['wikis'] = [];
  let lookAgain = () => {};
  const checked = new Map<string, number>();
  const until = (condition: () => boolean) =>
    new Promise<void>((resolve) => {
      lookAgain = () => {
        if (condition()) resolve();
      };
      lookAgain();
    });
  const uri = (file: string) => uriOf(root, file);
  return {
    name: 'Aux Wiki',
    async start(folder) {
      root = folder;
      const script = [join(projectRoot, 'dist/cli.js'), 'lsp', '--stdio'];
      const initializationOptions = { typingRest: 0 };
      server = await startServerProcess(script, folder, { initializationOptions }, (client) => {
        client.onNotification(notifications.wikisChanged, (result: WikisResult) => {
          wikis = result.wikis;
          lookAgain();
        });
        client.onNotification('textDocument/publishDiagnostics', ({ uri, version }: PublishDiagnosticsParams) => {
          if (version !== undefined) checked.set(uri, version);
          lookAgain();
        });
      });
      documents = documentRequests(server.client, uri);
    },
    async allProblems() {
      await until(() => wikis.length > 0 && wikis.every(({ isRead, unchecked }) => isRead && unchecked === 0));
      return wikis[0]?.problems;
    },
    open: (file, text) => documents.open(file, text),
    async typeAndCheck(file, range, text) {
      const version = await documents.change(file, range, text);
      await until(() => checked.get(uri(file)) === version);
    },
    references: (file, position) => documents.references(file, position),
    hover: (file, position) => documents.hover(file, position),
    completion: (file, position) => documents.completion(file, position),
    async moveFile(from, to) {
      if (server.capabilities.workspace?.fileOperations?.willRename === undefined) return undefined;
      const files = [{ oldUri: uri(from), newUri: uri(to) }];
      return editCount(await server.client.sendRequest('workspace/willRenameFiles', { files }));
    },
    memory: () => server.memory(),
    stop: () => server.stop(),
  };
}
