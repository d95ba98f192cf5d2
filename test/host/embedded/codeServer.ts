import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from './atExit.ts';
import { type HostFolders, hostEnvironment, hostSettings } from './environment.ts';
import { codeServerEntry, codeServerNode } from './paths.ts';

/** A running code-server. */
export interface CodeServer {
  /** `localhost:PORT`: by this name a browser counts it as a secure context, which webviews need. */
  readonly host: string;
  /** Ends it with everything it started. */
  stop(): Promise<void>;
}

export interface CodeServerOptions {
  /** User settings beside `hostSettings`, which they win over. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Environment variables that the extension host is to see. */
  readonly environment?: NodeJS.ProcessEnv;
  /** Lets the page drive the workbench: without it VS Code ignores the payload of a test run. */
  readonly testDriver?: boolean;
  /** Leaves Restricted Mode on, so that a folder has to be trusted first. */
  readonly workspaceTrust?: boolean;
}

const quiet = [
  '--disable-telemetry',
  '--disable-update-check',
  '--disable-getting-started-override',
  '--ignore-last-opened',
];

/**
 * Starts code-server on 127.0.0.1 and a free port; fails where it does not answer within a minute.
 * It ends with this process at the latest.
 */
export async function startCodeServer(folders: HostFolders, options: CodeServerOptions = {}): Promise<CodeServer> {
  writeSettings(folders, options.settings ?? {});
  // Not among the folders: the path of a socket has to be short.
  const socket = join(tmpdir(), `aux-${randomUUID()}.sock`);
  const child = spawn(
    codeServerNode(),
    [
      codeServerEntry,
      ...commonArguments(folders),
      ...['--auth', 'none', '--bind-addr', '127.0.0.1:0', '--session-socket', socket],
      ...quiet,
      ...(options.workspaceTrust ? [] : ['--disable-workspace-trust']),
      ...(options.testDriver ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
    ],
    // A process group of its own, so that one signal reaches the extension hosts and terminals as well.
    { env: hostEnvironment(folders, options.environment), stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  );
  const stop = stopper(child, () => rmSync(socket, { force: true }));
  try {
    return { host: `localhost:${await portOf(child)}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Installs a packaged extension; fails with the output of code-server's command line. */
export async function installExtension(folders: HostFolders, vsix: string): Promise<void> {
  const { code, output } = await runCodeServer(folders, ['--install-extension', vsix, '--force']);
  if (code !== 0 || !output.includes('successfully installed'))
    throw new Error(`${vsix} was not installed:\n${output}`);
}

/** Runs one command of code-server's own command line. */
export function runCodeServer(
  folders: HostFolders,
  args: readonly string[],
): Promise<{ readonly code: number; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(codeServerNode(), [codeServerEntry, ...commonArguments(folders), ...args], {
      env: hostEnvironment(folders),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

function commonArguments(folders: HostFolders): string[] {
  const config = join(folders.base, 'code-server.yaml');
  writeFileSync(config, '{}\n');
  return ['--config', config, '--user-data-dir', folders.userData, '--extensions-dir', folders.extensions];
}

function writeSettings(folders: HostFolders, settings: Readonly<Record<string, unknown>>): void {
  const folder = join(folders.userData, 'User');
  const file = join(folder, 'settings.json');
  mkdirSync(folder, { recursive: true });
  const kept: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  writeFileSync(file, JSON.stringify({ ...hostSettings, ...Object(kept), ...settings }, undefined, 2));
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (why: string) => reject(new Error(`code-server ${why}:\n${output}`));
    const timer = setTimeout(() => fail('did not start within a minute'), 60_000);
    const read = (chunk: Buffer) => {
      output += chunk;
      const port = /listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with ${code}`);
    });
  });
}

function stopper(child: ChildProcess, tidy: () => void): () => Promise<void> {
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const signal = (name: NodeJS.Signals) => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, name);
    } catch {
      // Nobody of the group is left.
    }
  };
  const end = () => {
    // The extension hosts of a server that is gone would linger for minutes, waiting for it to come back.
    signal('SIGKILL');
    tidy();
  };
  const forget = atExit(end);
  return async () => {
    signal('SIGTERM');
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, 5000);
    });
    await Promise.race([exited, patience]);
    clearTimeout(timer);
    end();
    forget();
  };
}
