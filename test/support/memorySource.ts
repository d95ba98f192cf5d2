import { setTimeout } from 'node:timers/promises';
import type { FileEntry, FileSource } from '../../server/src/index/wiki.ts';

/** A folder that lives in memory. Texts become UTF-8; bytes stay as they are. */
export class MemorySource implements FileSource {
  readonly files = new Map<string, Uint8Array>();
  /** Files that have been read, in order: what a scan looked at. */
  readonly reads: string[] = [];
  /** How long a file takes to be read, in milliseconds. */
  readTime = 0;

  constructor(files: Iterable<readonly [string, string | Uint8Array]> = []) {
    for (const [file, content] of files) this.write(file, content);
  }

  write(file: string, content: string | Uint8Array): void {
    this.files.set(file, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  }

  async list(
    options: { under?: string; skipFolder?: (folder: string) => boolean } = {},
  ): Promise<readonly FileEntry[]> {
    const { under, skipFolder } = options;
    return [...this.files]
      .filter(([file]) => under === undefined || file === under || file.startsWith(`${under}/`))
      .filter(([file]) => !foldersOf(file).some((folder) => skipFolder?.(folder)))
      .map(([file, bytes]) => ({ file, size: bytes.length }));
  }

  async read(file: string): Promise<Uint8Array | undefined> {
    this.reads.push(file);
    if (this.readTime > 0) await setTimeout(this.readTime);
    return this.files.get(file);
  }
}

function foldersOf(file: string): string[] {
  const segments = file.split('/').slice(0, -1);
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}
