import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { decodeText } from '../index/decode.ts';
import { loadWiki, settingsFileName } from '../index/scan.ts';
import type { FileSource } from '../index/wiki.ts';
import type { WikiIndex } from '../index/wikiIndex.ts';
import { openDiskFolder } from '../node/diskFolder.ts';
import { type Terminal, UsageError } from './terminal.ts';

/** A wiki on the disk, read and indexed. */
export interface OpenedWiki {
  readonly wiki: WikiIndex;
  /** Absolute path of its root. */
  readonly folder: string;
  readonly source: FileSource;
  readonly settingsFile: { readonly file: string; readonly text: string };
}

/** Reads the wiki in a folder, which is given relative to the terminal's. Throws a `UsageError` if it is no folder. */
export async function openWiki(root: string, terminal: Terminal): Promise<OpenedWiki> {
  const folder = resolve(terminal.folder, root);
  const facts = await stat(folder).catch(() => undefined);
  if (facts === undefined) throw new UsageError(`There is no folder ${folder}.`);
  if (!facts.isDirectory()) throw new UsageError(`${folder} is a file: give the folder that the wiki lies in.`);
  const source = openDiskFolder(folder, (message) => terminal.complain(`aux-wiki: ${message}`));
  const wiki = await loadWiki(source);
  const settings = await source.read(settingsFileName);
  const text = settings === undefined ? '' : decodeText(settings).text;
  return { wiki, folder, source, settingsFile: { file: settingsFileName, text } };
}
