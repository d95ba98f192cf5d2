import picomatch from 'picomatch/posix';

/** Folders that hold no page of anyone's: never entered. */
const foldersNeverEntered = new Set(['.git', 'node_modules']);

/** What of a wiki's folder is not looked at. */
export interface IgnoredFiles {
  ignoresFile(file: string): boolean;
  /** Whether nothing below a folder is looked at. */
  ignoresFolder(folder: string): boolean;
}

/**
 * Reads the globs of the `ignore` setting, each relative to the wiki's root. `drafts` and `drafts/` mean all that is in
 * the folder; a glob that is no glob matches nothing.
 */
export function ignoredFiles(globs: readonly string[]): IgnoredFiles {
  const patterns = globs.map((glob) => glob.replace(/^\.?\//, '').replace(/\/$/, '')).filter((glob) => glob !== '');
  const matches = picomatch([...patterns, ...patterns.map((pattern) => `${pattern}/**`)], { dot: true });
  const ignoresFolder = (folder: string) =>
    foldersNeverEntered.has(folder.slice(folder.lastIndexOf('/') + 1)) || matches(folder);
  return {
    ignoresFolder,
    ignoresFile: (file) => matches(file) || parentFolders(file).some(ignoresFolder),
  };
}

/** `a/b/c.md` → `a`, `a/b`. */
export function parentFolders(file: string): string[] {
  const segments = file.split('/').slice(0, -1);
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}
