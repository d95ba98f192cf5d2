import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import MarkdownIt from 'markdown-it';
import { projectRoot } from '../../host/embedded/paths.ts';
import { type BenchServer, type ServerProcess, startServerProcess, uriOf } from './benchServer.ts';
import { documentRequests, editCount } from './documents.ts';
import { markdownFiles } from './files.ts';

/**
 * VS Code's own: it has its client read files and parse them, which this process does as VS Code's extension host does.
 * All of its validation is on.
 */
export function markdownServer(): BenchServer {
  let root = '';
  let server: ServerProcess;
  let documents: ReturnType<typeof documentRequests>;
  const texts = new Map<string, string>();
  const uri = (file: string) => uriOf(root, file);
  return {
    name: 'VS Code Markdown',
    async start(folder) {
      root = folder;
      const script = join(
        projectRoot,
        'test/bench/peer/node_modules/vscode-markdown-languageserver/dist/node/workerMain.js',
      );
      const params = {
        capabilities: {
          textDocument: { diagnostic: {}, rename: { prepareSupport: true } },
          workspace: { configuration: true },
        },
        initializationOptions: { markdownFileExtensions: ['md'] },
      };
      server = await startServerProcess([script, '--stdio'], folder, params, (client) => {
        const md = new MarkdownIt({ html: true });
        client.onRequest('markdown/parse', ({ uri, text }: { uri: string; text?: string }) =>
          // Tokens refer to nothing that JSON cannot say.
          md.parse(text ?? texts.get(uri) ?? readFileSync(fileURLToPath(uri), 'utf8'), {}),
        );
        client.onRequest('markdown/fs/readFile', ({ uri }: { uri: string }) => [...readFileSync(fileURLToPath(uri))]);
        client.onRequest('markdown/fs/stat', ({ uri }: { uri: string }) => {
          const found = statSync(fileURLToPath(uri), { throwIfNoEntry: false });
          return found === undefined ? null : { isDirectory: found.isDirectory() };
        });
        client.onRequest('markdown/fs/readDirectory', ({ uri }: { uri: string }) =>
          readdirSync(fileURLToPath(uri), { withFileTypes: true }).map((entry) => [
            entry.name,
            { isDirectory: entry.isDirectory() },
          ]),
        );
        client.onRequest('markdown/fs/watcher/create', () => null);
        client.onRequest('markdown/fs/watcher/delete', () => null);
        client.onRequest('markdown/findMarkdownFilesInWorkspace', () => markdownFiles(root).map(uri));
        client.onRequest('client/registerCapability', () => null);
        client.onRequest('client/unregisterCapability', () => null);
        client.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => settings));
        client.onRequest('workspace/diagnostic/refresh', () => null);
      });
      documents = documentRequests(server.client, uri);
      await server.client.sendNotification('workspace/didChangeConfiguration', { settings: { markdown: settings } });
    },
    // Over LSP it checks open documents only; through its API all files are measured apart.
    allProblems: async () => undefined,
    async open(file, text) {
      texts.set(uri(file), text);
      await documents.open(file, text);
      await server.client.sendRequest('textDocument/diagnostic', { textDocument: { uri: uri(file) } });
    },
    async typeAndCheck(file, range, text) {
      texts.set(uri(file), replaced(texts.get(uri(file)) ?? '', range, text));
      await documents.change(file, range, text);
      await server.client.sendRequest('textDocument/diagnostic', { textDocument: { uri: uri(file) } });
    },
    references: (file, position) => documents.references(file, position),
    hover: (file, position) => documents.hover(file, position),
    completion: (file, position) => documents.completion(file, position),
    async moveFile(from, to) {
      const renames = [{ oldUri: uri(from), newUri: uri(to) }];
      const result = await server.client.sendRequest<{ edit: unknown } | null>(
        'markdown/getEditForFileRenames',
        renames,
      );
      return editCount(result?.edit);
    },
    memory: () => server.memory(),
    stop: () => server.stop(),
  };
}

const settings = {
  server: { log: 'off' },
  suggest: { paths: { enabled: true, includeWorkspaceHeaderCompletions: 'onDoubleHash' } },
  occurrencesHighlight: { enabled: false },
  preferredMdPathExtensionStyle: 'removeExtension',
  validate: {
    enabled: true,
    referenceLinks: { enabled: 'warning' },
    fragmentLinks: { enabled: 'warning' },
    fileLinks: { enabled: 'warning', markdownFragmentLinks: 'inherit' },
    ignoredLinks: [],
    unusedLinkDefinitions: { enabled: 'hint' },
    duplicateLinkDefinitions: { enabled: 'warning' },
  },
};

function replaced(
  text: string,
  { start, end }: { start: { line: number; character: number }; end: { line: number; character: number } },
  by: string,
): string {
  const lines = text.split('\n');
  const line = lines[start.line] ?? '';
  lines[start.line] = line.slice(0, start.character) + by + line.slice(end.character);
  return lines.join('\n');
}
