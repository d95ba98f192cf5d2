import { setImmediate } from 'node:timers/promises';
import type { Connection } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { startServer } from '../server.ts';
import { openDiskFolder } from './diskFolder.ts';
import { openGitHistory } from './gitHistory.ts';
import { loadMarkdownTools } from './markdownTools.ts';

/** Starts the server on a connection, with the files of this machine's disk. Used by every entry point that runs in Node. */
export function startOnNode(connection: Connection): void {
  startServer(connection, {
    openFolder(uri) {
      const { scheme, fsPath } = URI.parse(uri);
      return scheme === 'file' ? openDiskFolder(fsPath, (message) => connection.console.warn(message)) : undefined;
    },
    openHistory(uri) {
      const { scheme, fsPath } = URI.parse(uri);
      return scheme === 'file' ? openGitHistory(fsPath) : undefined;
    },
    pause: () => setImmediate(),
    markdownTools: loadMarkdownTools,
  });
}
