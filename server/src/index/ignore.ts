import picomatch from 'picomatch/posix';
import type { WikiSettings } from '../wiki/settings.ts';

/** Folders that hold no page of anyone's: never entered. */
const foldersNeverEntered = new Set(['.git', 'node_modules']);

/** Whether a folder holds nothing of a wiki, whatever lies in it. */
export function isNeverEntered(folder: string): boolean {
  return foldersNeverEntered.has(folder.slice(folder.lastIndexOf('/') + 1));
}

/** Whether a file lies below a folder that is never entered. */
export function isNeverRead(file: string): boolean {
  return file.split('/').slice(0, -1).some(isNeverEntered);
}

const matchers = new WeakMap<WikiSettings, (file: string) => boolean>();

/**
 * Whether the `ignore` setting says that a file's problems are nobody's business. The file is a page or an asset all the
 * same, since Wiki.js knows nothing of the setting: links to it are alive.
 *
 * Each glob is relative to the wiki's root. `drafts` and `drafts/` mean all that is in the folder; a glob that is no glob
 * matches nothing.
 */
export function isIgnored(file: string, settings: WikiSettings): boolean {
  const known = matchers.get(settings);
  if (known !== undefined) return known(file);
  const patterns = settings.ignore
    .map((glob) => glob.replace(/^\.?\//, '').replace(/\/$/, ''))
    .filter((glob) => glob !== '');
  const matches = picomatch([...patterns, ...patterns.map((pattern) => `${pattern}/**`)], { dot: true });
  matchers.set(settings, matches);
  return matches(file);
}
