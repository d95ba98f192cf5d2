import { contentTypeOf } from '../wiki/pageFile.ts';
import type { WikiSettings } from '../wiki/settings.ts';
import { readSettingsFile } from '../wiki/settingsFile.ts';
import { decodeText } from './decode.ts';
import { type IgnoredFiles, ignoredFiles } from './ignore.ts';
import type { FileEntry, FileSource } from './wiki.ts';
import { type FileState, type WikiChange, WikiIndex } from './wikiIndex.ts';

/** The file at a wiki's root that holds its settings. */
export const settingsFileName = '.aux-wiki.yml';

export interface ScanOptions {
  /** Instead of what `.aux-wiki.yml` says. */
  readonly settings?: WikiSettings;
  /** Looked at between files; a scan that is cancelled gives back what it has. */
  readonly token?: { readonly isCancellationRequested: boolean };
  /** Called with the number of files done and of all. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Lets others run between batches of files. */
  readonly pause?: () => Promise<void>;
  /** Told of a file that the engine fails on, which is a bug of ours; the file is left out. Without it, the bug is thrown. */
  readonly onFailure?: (file: string, error: unknown) => void;
}

const filesPerBatch = 32;

/** Reads and indexes a whole wiki. Files that vanish meanwhile are left out; nothing in them makes this fail. */
export async function loadWiki(source: FileSource, options: ScanOptions = {}): Promise<WikiIndex> {
  const settings = options.settings ?? (await readSettings(source)).settings;
  const wiki = new WikiIndex(settings);
  const ignored = ignoredFiles(settings.ignore);
  const entries = await source.list({ skipFolder: ignored.ignoresFolder });
  const found = entries.filter(({ file }) => !ignored.ignoresFile(file));
  for (let done = 0; done < found.length; done += filesPerBatch) {
    if (options.token?.isCancellationRequested) break;
    updateEach(wiki, await readStates(source, found.slice(done, done + filesPerBatch)), options.onFailure);
    options.onProgress?.(Math.min(done + filesPerBatch, found.length), found.length);
    await options.pause?.();
  }
  return wiki;
}

/** Updates file by file, so that a failure costs one file; gives back what each update did. */
export function updateEach(
  wiki: WikiIndex,
  states: readonly FileState[],
  onFailure: ScanOptions['onFailure'],
): readonly WikiChange[] {
  return states.flatMap((state) => {
    try {
      return wiki.update([state]);
    } catch (error) {
      if (onFailure === undefined) throw error;
      onFailure(state.file, error);
      return [];
    }
  });
}

/** The settings of a wiki and what is wrong with them; Wiki.js's defaults if it has no settings file. */
export async function readSettings(source: FileSource): Promise<ReturnType<typeof readSettingsFile>> {
  const bytes = await source.read(settingsFileName);
  return readSettingsFile(bytes === undefined ? '' : decodeText(bytes).text);
}

/**
 * What has become of some paths of a wiki, for `WikiIndex.update`. A path may be a file or a folder, there or gone;
 * below a folder every file is meant, those that are still there and those of `known` that are not.
 */
export async function readChanges(
  source: FileSource,
  paths: Iterable<string>,
  known: Iterable<string>,
  ignored: IgnoredFiles,
): Promise<FileState[]> {
  const named = new Set(paths);
  const present = new Map<string, FileEntry>();
  for (const under of named) {
    if (ignored.ignoresFile(under)) continue;
    for (const entry of await source.list({ under, skipFolder: ignored.ignoresFolder }))
      if (!ignored.ignoresFile(entry.file)) present.set(entry.file, entry);
  }
  const gone: FileState[] = [];
  for (const file of known) if (!present.has(file) && isAtOrBelow(file, named)) gone.push({ file, size: undefined });
  return [...gone, ...(await readStates(source, [...present.values()]))];
}

/** Reads the text of those entries that are pages. */
async function readStates(source: FileSource, entries: readonly FileEntry[]): Promise<FileState[]> {
  return await Promise.all(
    entries.map(async ({ file, size }): Promise<FileState> => {
      if (contentTypeOf(file) === undefined) return { file, text: '', size, hasByteOrderMark: false };
      const bytes = await source.read(file);
      return bytes === undefined ? { file, size: undefined } : { file, size: bytes.length, ...decodeText(bytes) };
    }),
  );
}

function isAtOrBelow(file: string, paths: ReadonlySet<string>): boolean {
  if (paths.has(file)) return true;
  for (let slash = file.lastIndexOf('/'); slash > 0; slash = file.lastIndexOf('/', slash - 1))
    if (paths.has(file.slice(0, slash))) return true;
  return false;
}
