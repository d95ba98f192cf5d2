import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../../server/src/cli/run.ts';
import { parseFixture } from './fixture.ts';

/** What a command printed, and how it ended. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Writes the files of a fixture into a new folder, and removes it after the function is done. */
export async function withFolder(fixture: string, use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'aux-wiki-'));
  try {
    for (const [file, text] of parseFixture(fixture).files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a command inside this process, as if it had been called in a folder. */
export async function runIn(folder: string, ...args: readonly string[]): Promise<Ran> {
  let stdout = '';
  let stderr = '';
  const terminal = {
    folder,
    colours: false,
    write: async (text: string) => {
      stdout += text;
    },
    complain: (line: string) => {
      stderr += `${line}\n`;
    },
  };
  const serve = () => {
    throw new Error('the tests of the command line start no server');
  };
  const code = await run(args, terminal, serve);
  return { code, stdout, stderr };
}
