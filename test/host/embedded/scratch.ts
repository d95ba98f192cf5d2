import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from './atExit.ts';

/** A new folder for temporary files, which goes with this process at the latest. */
export function createScratch(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'aux-'));
  const clear = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  const forget = atExit(clear);
  return {
    folder,
    remove() {
      forget();
      clear();
    },
  };
}
