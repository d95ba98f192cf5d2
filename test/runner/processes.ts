import { spawn } from 'node:child_process';
import { atExit } from '../host/embedded/atExit.ts';
import { projectRoot } from '../host/embedded/paths.ts';

/** How a program ended. */
export interface Ended {
  /** Undefined where a signal or the time limit ended it. */
  readonly code: number | undefined;
  readonly isTimedOut: boolean;
  /** Standard output and standard error as they came. */
  readonly output: string;
}

/**
 * Runs a Node.js program in the project's root folder and collects its output. After `limit` milliseconds it is ended,
 * with everything that it started. Never rejects for what the program does.
 */
export function runNode(args: readonly string[], limit: number, environment: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: projectRoot,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    });
    const signal = (name: NodeJS.Signals) => {
      try {
        if (process.platform === 'win32') child.kill(name);
        else if (child.pid !== undefined) process.kill(-child.pid, name);
      } catch {
        // It ended in the meantime.
      }
    };
    let output = '';
    let isTimedOut = false;
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    const forget = atExit(() => signal('SIGTERM'));
    const timer = setTimeout(() => {
      isTimedOut = true;
      signal('SIGTERM');
      // Those that do not hear it.
      setTimeout(() => signal('SIGKILL'), 8000).unref();
    }, limit);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      forget();
      resolve({ code: isTimedOut ? undefined : (code ?? undefined), isTimedOut, output });
    });
  });
}
