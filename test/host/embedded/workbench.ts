import { extname, resolve } from 'node:path';

/** The address of the workbench with a folder or `.code-workspace` open; `payload` goes to VS Code's own launcher. */
export function workbenchUrl(
  host: string,
  folder: string | undefined,
  payload: readonly (readonly [string, string])[] = [],
): string {
  const url = new URL(`http://${host}/`);
  if (folder !== undefined) {
    url.searchParams.set(extname(folder) === '.code-workspace' ? 'workspace' : 'folder', resolve(folder));
  }
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

/** The URI by which the workbench reaches a file on the server's machine. */
export function remoteUri(host: string, path: string): string {
  return `vscode-remote://${host}${encodeURI(resolve(path))}`;
}
