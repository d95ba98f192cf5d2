import { URI, Utils } from 'vscode-uri';
import type { Platform } from './platform.ts';

/** How many folders above a wiki may hold its repository. */
const highest = 8;

/** Whether git is changing the files of a folder at this moment: it holds the lock of the repository that the folder lies in. */
export async function isGitBusy(platform: Platform, root: string): Promise<boolean> {
  let uri = URI.parse(root);
  for (let level = 0; level <= highest; level++) {
    const folder = platform.openFolder(uri.toString());
    const entries = folder === undefined ? [] : await folder.entries('.git');
    if (entries.length > 0) return entries.some(({ name }) => name === 'index.lock');
    const parent = Utils.dirname(uri);
    if (parent.path === uri.path) return false;
    uri = parent;
  }
  return false;
}
