import { open, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { FolderReader } from '../index/detect.ts';
import type { FileEntry, FileSource, ListOptions } from '../index/wiki.ts';

/** How many files are looked at at the same time. */
const concurrency = 32;

const startLength = 2000;

/**
 * A folder on this machine's disk. What cannot be read is reported to `warn` and left out. Symbolic links are followed as
 * Wiki.js follows them, but never into a folder that they lie in, and never out of this folder: what they lead to on the
 * author's machine is neither in the repository nor on the site, and is nothing that a wiki may show. The path is absolute.
 */
export function openDiskFolder(path: string, warn: (message: string) => void): FileSource & FolderReader {
  const absolute = (file: string) => join(path, file);

  async function attempt<T>(file: string, read: () => Promise<T>): Promise<T | undefined> {
    try {
      return await read();
    } catch (error) {
      const isGone = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
      if (!isGone) warn(`${absolute(file)} cannot be read: ${String(error)}`);
      return undefined;
    }
  }

  /** Where a path really is; undefined where it is gone, or outside of this folder. */
  async function realPathOf(file: string): Promise<string | undefined> {
    const [root, real] = await Promise.all(['', file].map((name) => attempt(name, () => realpath(absolute(name)))));
    if (real === undefined || root === undefined) return undefined;
    if (real === root || real.startsWith(root.endsWith(sep) ? root : root + sep)) return real;
    warn(`${absolute(file)} is left out: it leads out of the wiki, to ${real}`);
    return undefined;
  }

  async function entriesOf(folder: string) {
    const entries = await attempt(folder, () => readdir(absolute(folder), { withFileTypes: true }));
    return entries ?? [];
  }

  /** `above` holds the real paths of the folders that this one lies in. */
  async function listFolder(
    folder: string,
    above: readonly string[],
    skipFolder: ListOptions['skipFolder'],
  ): Promise<FileEntry[]> {
    const real = await realPathOf(folder);
    if (real === undefined || above.includes(real)) return [];
    const files: FileEntry[] = [];
    const entries = await entriesOf(folder);
    await inParallel(entries, async (entry) => {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (skipFolder?.(name) && (entry.isDirectory() || entry.isSymbolicLink())) return;
      if (entry.isDirectory()) files.push(...(await listFolder(name, [...above, real], skipFolder)));
      else files.push(...(await listPath(name, [...above, real], skipFolder, entry.isSymbolicLink())));
    });
    return files;
  }

  /** `mayLead` is false where the path is known to be no link, and to lie behind none that leads elsewhere. */
  async function listPath(
    file: string,
    above: readonly string[],
    skipFolder: ListOptions['skipFolder'],
    mayLead: boolean,
  ): Promise<FileEntry[]> {
    const facts = await attempt(file, () => stat(absolute(file)));
    if (facts?.isDirectory()) return await listFolder(file, above, skipFolder);
    if (!facts?.isFile() || (mayLead && (await realPathOf(file)) === undefined)) return [];
    return [{ file, size: facts.size, modified: facts.mtimeMs }];
  }

  /** Whether the disk has a file under this name only because it takes capital letters for small ones; Wiki.js does not. */
  async function isOtherName(file: string): Promise<boolean> {
    if (file === '') return false;
    const [root, real] = await Promise.all([realpath(path), realpath(absolute(file))].map((it) => it.catch(() => '')));
    return real !== '' && differsInCase(file, relative(root ?? '', real ?? ''));
  }

  return {
    async list({ under = '', skipFolder } = {}) {
      return (await isOtherName(under)) ? [] : await listPath(under, [], skipFolder, true);
    },
    read: (file) => attempt(file, () => readFile(absolute(file))),
    async entries(folder) {
      const entries = await entriesOf(folder);
      return entries.map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
    },
    readStart: (file) =>
      attempt(file, async () => {
        const handle = await open(absolute(file));
        try {
          const { buffer, bytesRead } = await handle.read({ buffer: new Uint8Array(startLength) });
          return buffer.subarray(0, bytesRead);
        } finally {
          await handle.close();
        }
      }),
  };
}

/** Whether a path, `/`-separated, is another one but for the case of letters; the other may be written as on Windows. */
export function differsInCase(file: string, other: string): boolean {
  const path = other.replaceAll('\\', '/');
  return path !== file && path.toLowerCase() === file.toLowerCase();
}

async function inParallel<T>(items: readonly T[], run: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values();
  const worker = async () => {
    for (const item of waiting) await run(item);
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, worker));
}
