// Installs npm packages by their lock, with progress. It runs before anything is installed, so it needs Node.js alone.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder, without a trailing separator. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

const oldestNode = 20;

/** Ends the process with a message on a Node.js that is too old to run the project. */
export function requireNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= oldestNode) return;
  console.error(
    `Aux Wiki needs Node.js ${oldestNode} or newer, and this is ${process.versions.node}: https://nodejs.org`,
  );
  process.exit(1);
}

/** A mistake or a lack on the user's side: the message says what to do, and no stack trace is wanted. */
export class MissingPiece extends Error {}

/**
 * Installs the packages of a folder where they are missing or differ from its lock. No package's script runs.
 * @param {string} folder that holds package.json and package-lock.json
 * @param {string} what the packages are for, as in "Installing …"
 * @returns {Promise<void>} fails with a MissingPiece
 */
export async function installPackages(folder, what) {
  const lock = readPackages(join(folder, 'package-lock.json'));
  if (isInstalled(folder, lock)) return;
  const total = Object.keys(lock).filter((name) => name !== '' && !lock[name].optional && !lock[name].link).length;
  const progress = createProgress(`Installing ${what}`, total);
  const lines = [];
  const code = await npm(
    // At this level npm prints a line for each package that it gets, which is what there is to count.
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--engine-strict=false', '--loglevel=http'],
    folder,
    (line) => {
      if (/^npm http (fetch|cache) .*\.tgz/.test(line)) progress.step();
      else if (!line.startsWith('npm http')) lines.push(line);
    },
  );
  progress.end(code === 0);
  if (code === 0) return;
  const command = `cd ${folder} && npm ci --ignore-scripts`;
  // The reason comes first; npm's general help follows.
  const reason = lines.filter((line) => /^npm (error|ERR!) ./.test(line)).slice(0, 12);
  throw new MissingPiece(`${reason.join('\n')}\nnpm could not install ${what}. To see why: ${command}`);
}

/** Whether npm's own record of what it installed agrees with the lock. Modification times would not tell. */
function isInstalled(folder, lock) {
  const installed = readPackages(join(folder, 'node_modules', '.package-lock.json'));
  return Object.entries(lock).every(([name, wanted]) => {
    if (name === '') return true;
    const found = installed[name];
    return found === undefined
      ? wanted.optional === true || wanted.devOptional === true
      : found.version === wanted.version;
  });
}

/** @returns {Record<string, { version?: string; optional?: boolean; devOptional?: boolean; link?: boolean }>} empty where there is no lock */
function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}

/** Runs npm; its output goes to `onLine`. Gives back its exit code. */
function npm(args, cwd, onLine) {
  const script = process.env.npm_execpath ?? '';
  const [command, first] = basename(script) === 'npm-cli.js' ? [process.execPath, [script]] : ['npm', []];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, ...args], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      // On Windows npm is a batch file, which only a shell can run.
      shell: command === 'npm' && process.platform === 'win32',
    });
    for (const stream of [child.stdout, child.stderr]) {
      let rest = '';
      stream.setEncoding('utf8').on('data', (text) => {
        const lines = (rest + text).split(/\r?\n/);
        rest = lines.pop() ?? '';
        for (const line of lines) onLine(line);
      });
    }
    child.once('error', (error) =>
      reject(
        error.code === 'ENOENT' ? new MissingPiece('npm was not found: install it from https://nodejs.org') : error,
      ),
    );
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/** Progress on one line of a terminal; elsewhere a line for each tenth. */
function createProgress(title, total) {
  const started = Date.now();
  let done = 0;
  let tenth = 0;
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  const line = () => `${title}: ${Math.min(done, total)} of ${total} packages, ${seconds()}`;
  const show = () => process.stdout.write(`\r${line()} `);
  const timer = process.stdout.isTTY ? setInterval(show, 200) : undefined;
  if (timer === undefined) console.log(`${title}: ${total} packages`);
  return {
    step() {
      done += 1;
      const reached = Math.floor((done / total) * 10);
      if (timer === undefined && reached > tenth && reached < 10) console.log(line());
      tenth = reached;
    },
    end(succeeded) {
      clearInterval(timer);
      const text = `${title}: ${succeeded ? 'done' : 'failed'} after ${seconds()}`;
      process.stdout.write(process.stdout.isTTY ? `\r${text.padEnd(line().length + 1)}\n` : `${text}\n`);
    },
  };
}
