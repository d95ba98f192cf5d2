import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import { notifications, type WikisResult } from '../../server/src/protocol.ts';
import { projectRoot } from '../host/embedded/paths.ts';

/** The server as it ships, in a process of its own, over a wiki of one page that is open. */
export interface BenchServer {
  readonly connection: ProtocolConnection;
  /** URI of the page. */
  readonly uri: string;
  close(): Promise<void>;
}

/** Starts `dist/server.js` as the extension does, and waits until it has read and checked the page. */
export async function startBenchServer(text: string): Promise<BenchServer> {
  const root = mkdtempSync(join(tmpdir(), 'aux-wiki-bench-'));
  writeFileSync(join(root, '.aux-wiki.yml'), '');
  writeFileSync(join(root, 'page.md'), text);
  const uri = pathToFileURL(join(root, 'page.md')).href;
  const child = fork(join(projectRoot, 'dist', 'server.js'), ['--node-ipc'], { execArgv: [] });
  const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
  const isChecked = new Promise<void>((resolve) => {
    connection.onNotification(notifications.wikisChanged, ({ wikis }: WikisResult) => {
      if (wikis.every(({ isRead, unchecked }) => isRead && unchecked === 0)) resolve();
    });
  });
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
    workspaceFolders: [{ uri: pathToFileURL(root).href, name: 'bench' }],
  });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  });
  await isChecked;
  return {
    connection,
    uri,
    async close() {
      const exited = new Promise((resolve) => child.once('exit', resolve));
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await exited;
      connection.dispose();
      rmSync(root, { recursive: true });
    },
  };
}
