import { setImmediate } from 'node:timers/promises';
import { fileOfUri } from '../../server/src/features/uris.ts';
import { loadMarkdownTools } from '../../server/src/node/markdownTools.ts';
import type { FileChange, FileHistory } from '../../server/src/rules/sync/fileChange.ts';
import type { Folder, Platform } from '../../server/src/server/platform.ts';
import { MemorySource } from './memorySource.ts';

/** Folders that live in memory, under the URIs that they are opened by. */
export class MemoryPlatform implements Platform {
  readonly root = 'file:///workspace';
  readonly disk = new MemorySource();

  /** Text by file; files are relative to `root`. */
  constructor(files: Iterable<readonly [string, string | Uint8Array]>) {
    for (const [file, content] of files) this.disk.write(file, content);
  }

  openFolder(uri: string): Folder | undefined {
    const folder = fileOfUri(this.root, uri);
    if (folder === undefined) return undefined;
    const prefix = folder === '' ? '' : `${folder}/`;
    const { disk } = this;
    return {
      async list({ under, skipFolder } = {}) {
        const whole = prefix + (under ?? '');
        const entries = await disk.list({
          under: whole === '' ? undefined : whole.replace(/\/$/, ''),
          skipFolder: (name) => name.length > prefix.length && skipFolder?.(name.slice(prefix.length)) === true,
        });
        return entries.map((entry) => ({ ...entry, file: entry.file.slice(prefix.length) }));
      },
      read: (file) => disk.read(prefix + file),
      async entries(name) {
        const below = prefix + (name === '' ? '' : `${name}/`);
        const names = new Map<string, boolean>();
        for (const file of disk.files.keys()) {
          if (!file.startsWith(below)) continue;
          const [first = '', ...rest] = file.slice(below.length).split('/');
          names.set(first, rest.length > 0);
        }
        return [...names].map(([entry, isFolder]) => ({ name: entry, isFolder }));
      },
      readStart: (file) => disk.read(prefix + file),
    };
  }

  pause(): Promise<void> {
    return setImmediate();
  }

  /** What the history says; undefined where there is none. */
  changes: readonly FileChange[] | undefined;
  /** How often the history was asked. */
  questions = 0;

  openHistory(): FileHistory {
    return {
      changesSince: async () => {
        this.questions++;
        return this.changes;
      },
    };
  }

  readonly markdownTools = loadMarkdownTools;
}
