import { URI } from 'vscode-uri';

/** The URI of a file below a root, in the form that VS Code uses. The file is relative, `/`-separated. */
export function uriOfFile(root: string, file: string): string {
  const uri = URI.parse(root);
  const folder = uri.path.endsWith('/') ? uri.path : `${uri.path}/`;
  return uri.with({ path: folder + file }).toString();
}

/**
 * The path of a URI relative to a root, `/`-separated; `''` for the root itself, undefined outside it. Clients encode
 * URIs in different ways (`c:` and `C%3A`), so the decoded parts are compared, and drives without regard to case.
 */
export function fileOfUri(root: string, uri: string): string | undefined {
  const base = URI.parse(root);
  const other = URI.parse(uri);
  if (base.scheme !== other.scheme || base.authority.toLowerCase() !== other.authority.toLowerCase()) return undefined;
  const folder = comparablePath(base).replace(/\/$/, '');
  const path = comparablePath(other);
  if (path === folder || path === `${folder}/`) return '';
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1).replace(/\/$/, '') : undefined;
}

function comparablePath(uri: URI): string {
  const path = /^\/[A-Z]:/.test(uri.path) ? `/${uri.path.charAt(1).toLowerCase()}${uri.path.slice(2)}` : uri.path;
  // A client may send a Windows path as it is; elsewhere a backslash is part of a name.
  return /^\/[a-z]:/.test(path) ? path.replaceAll('\\', '/') : path;
}
