import { contentTypeOf } from '../wiki/pageFile.ts';
import type { WikiSettings } from '../wiki/settings.ts';
import { readSettingsFile } from '../wiki/settingsFile.ts';
import type { FileState, WikiChange } from './change.ts';
import { decodeText } from './decode.ts';
import { isNeverEntered, isNeverRead } from './ignore.ts';
import { compareImportOrder } from './importOrder.ts';
import { takeTurns } from './turns.ts';
import type { FileEntry, FileSource } from './wiki.ts';
import { WikiIndex } from './wikiIndex.ts';

/** The file at a wiki's root that holds its settings. */
export const settingsFileName = '.aux-wiki.yml';

export interface ScanOptions {
  /** Instead of what `.aux-wiki.yml` says. */
  readonly settings?: WikiSettings;
  /** Looked at between files; a scan that is cancelled gives back what it has. */
  readonly token?: { readonly isCancellationRequested: boolean };
  /** Called with the number of files done and of all. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Lets others run, now and then. */
  readonly pause?: () => Promise<void>;
  /** Told of a file that the engine fails on, which is a bug of ours; the file is left out. Without it, the bug is thrown. */
  readonly onFailure?: (file: string, error: unknown) => void;
}

const filesPerBatch = 32;

/** Reads and indexes a whole wiki. Files that vanish meanwhile are left out; nothing in them makes this fail. */
export async function loadWiki(source: FileSource, options: ScanOptions = {}): Promise<WikiIndex> {
  const settings = options.settings ?? (await readSettings(source)).settings;
  const wiki = new WikiIndex(settings);
  const found = [...(await source.list({ skipFolder: isNeverEntered }))];
  // In the order of the import, files of one page come after those that they are imported over.
  found.sort((a, b) => compareImportOrder(a.file, b.file));
  const giveWay = takeTurns(options.pause);
  for (let done = 0; done < found.length && !options.token?.isCancellationRequested; done += filesPerBatch) {
    for (const state of await readStates(source, found.slice(done, done + filesPerBatch))) {
      updateOne(wiki, state, options.onFailure);
      await giveWay();
    }
    options.onProgress?.(Math.min(done + filesPerBatch, found.length), found.length);
  }
  return wiki;
}

/** Updates one file; gives back what that did, or undefined if the engine failed on it and `onFailure` was told. */
export function updateOne(
  wiki: WikiIndex,
  state: FileState,
  onFailure: ScanOptions['onFailure'],
): WikiChange | undefined {
  try {
    return wiki.update([state]);
  } catch (error) {
    if (onFailure === undefined) throw error;
    onFailure(state.file, error);
    return undefined;
  }
}

/** The settings of a wiki and what is wrong with them; Wiki.js's defaults if it has no settings file. */
export async function readSettings(source: FileSource): Promise<ReturnType<typeof readSettingsFile>> {
  const bytes = await source.read(settingsFileName);
  return readSettingsFile(bytes === undefined ? '' : decodeText(bytes).text);
}

/**
 * What has become of some paths of a wiki, for `WikiIndex.update`, batch by batch. A path may be a file or a folder, there
 * or gone; below a folder every file is meant, those that are still there and those of `known` that are not.
 */
export async function* readChanges(
  source: FileSource,
  paths: Iterable<string>,
  known: Iterable<string>,
): AsyncGenerator<FileState[]> {
  const named = new Set(paths);
  const present = new Map<string, FileEntry>();
  for (const batch of batchesOf([...named].filter((path) => !isNeverRead(path)))) {
    const listed = await Promise.all(batch.map((under) => source.list({ under, skipFolder: isNeverEntered })));
    for (const entry of listed.flat()) present.set(entry.file, entry);
  }
  const gone = [...known].filter((file) => !present.has(file) && isAtOrBelow(file, named));
  yield gone.map((file) => ({ file, size: undefined }));
  for (const batch of batchesOf([...present.values()])) yield await readStates(source, batch);
}

function* batchesOf<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += filesPerBatch) yield items.slice(start, start + filesPerBatch);
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
