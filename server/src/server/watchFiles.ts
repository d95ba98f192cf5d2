import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  type FileSystemWatcher,
} from 'vscode-languageserver';
import type { ClientFeatures } from './clientFeatures.ts';
import { signatureFiles } from './workspace.ts';

/** Keeps the client watching what matters: everything in a wiki, and elsewhere only what makes a folder one. */
export function fileWatching(
  connection: Connection,
  features: () => ClientFeatures | undefined,
): (roots: readonly string[]) => void {
  let registered: Promise<Disposable> | undefined;
  return (roots) => {
    const supported = features();
    if (!supported?.watchedFiles) return;
    const before = registered;
    registered = connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: watchersOf(roots, supported.relativePatterns),
    });
    void before?.then((disposable) => disposable.dispose());
  };
}

function watchersOf(roots: readonly string[], relativePatterns: boolean): FileSystemWatcher[] {
  const signatures = { globPattern: `**/{${signatureFiles.join(',')}}` };
  if (roots.length === 0) return [signatures];
  if (!relativePatterns) return [{ globPattern: '**/*' }];
  return [signatures, ...roots.map((root) => ({ globPattern: { baseUri: root, pattern: '**/*' } }))];
}
