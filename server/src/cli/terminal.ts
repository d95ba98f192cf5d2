/** What a command needs of the terminal that it runs in; tests bring their own. */
export interface Terminal {
  /** Folder that relative paths begin at. */
  readonly folder: string;
  /** Whether the output may be coloured. */
  readonly colours: boolean;
  /** Writes to the standard output; resolves when it is handed over, so that nothing is lost at the end. */
  write(text: string): Promise<void>;
  /** Writes a line to the standard error. */
  complain(line: string): void;
}

/** Exit codes: everything that the commands can end with. */
export const exitCodes = { clean: 0, problems: 1, usage: 2 } as const;

/** A mistake in how a command was called; its message says what to do. */
export class UsageError extends Error {}

/** The terminal of this process. Colours only where a person looks, and not where `NO_COLOR` is set (no-color.org). */
export function processTerminal(): Terminal {
  const { stdout } = process;
  return {
    folder: process.cwd(),
    colours: stdout.isTTY === true && (process.env.NO_COLOR ?? '') === '',
    write: (text) =>
      new Promise((resolve) => {
        // An error comes as an event of the stream too, where the entry point decides what becomes of it.
        stdout.write(text, (error) => {
          if (!error) resolve();
        });
      }),
    complain: (line) => {
      process.stderr.write(`${line}\n`);
    },
  };
}
