import { execFile } from 'node:child_process';
import { dirname } from 'node:path';

/** How long git may take, in milliseconds; a repository that takes longer is treated as none. */
const timeLimit = 10_000;
const longestOutput = 64 * 1024 * 1024;

/** Runs git in a folder; gives what it prints, or undefined where it is not there, fails, or takes too long. */
export type RunGit = (args: readonly string[], input?: string) => Promise<string | undefined>;

/**
 * What a repository's own configuration could have git run, and what would reach out of this machine, is turned off. The
 * names of filters are the repository's to choose, so those are listed first.
 */
const harmless: readonly (readonly [string, string])[] = [
  ['core.fsmonitor', 'false'],
  ['core.hooksPath', process.platform === 'win32' ? 'NUL' : '/dev/null'],
  ['core.pager', ''],
  ['core.sshCommand', ''],
  ['core.askPass', ''],
  ['core.quotePath', 'false'],
  ['credential.helper', ''],
  ['diff.external', ''],
  ['protocol.allow', 'never'],
  ['safe.bareRepository', 'explicit'],
  ['submodule.recurse', 'false'],
];

/** Git for one folder, an absolute path; undefined where it is not installed or too old to be kept from running anything. */
export async function openGit(folder: string): Promise<RunGit | undefined> {
  const run = (settings: readonly (readonly [string, string])[]): RunGit => runWith(folder, settings);
  const [, major, minor] = /^git version (\d+)\.(\d+)/.exec((await run([])(['version'])) ?? '') ?? [];
  // Since 2.31 the environment can set any key; older versions would run what is to be turned off.
  if (major === undefined || Number(major) * 1000 + Number(minor) < 2031) return undefined;
  const names = await run(harmless)(['config', '--list', '--name-only', '-z']);
  if (names === undefined) return undefined;
  const runnable = names
    .split('\0')
    .filter((name) =>
      /^(filter|diff|merge)\..*\.(clean|smudge|process|required|command|textconv|driver)$/is.test(name),
    );
  return run([...harmless, ...runnable.map((name) => [name, /\.required$/i.test(name) ? 'false' : ''] as const)]);
}

function runWith(folder: string, settings: readonly (readonly [string, string])[]): RunGit {
  const options = {
    // Where Windows looks for the executable first: never in a folder that somebody else has filled.
    cwd: dirname(process.execPath),
    env: environment(settings),
    timeout: timeLimit,
    maxBuffer: longestOutput,
    windowsHide: true,
  };
  return (args, input = '') =>
    new Promise((resolve) => {
      const child = execFile('git', ['--no-pager', '-C', folder, ...args], options, (error, stdout) =>
        resolve(error === null ? stdout : undefined),
      );
      // Git may end before it has read everything; its exit code tells.
      child.stdin?.on('error', () => {});
      child.stdin?.end(input);
    });
}

/** This process's environment without what would lead git elsewhere, and with these settings. */
function environment(settings: readonly (readonly [string, string])[]): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(GIT|SSH)_/i.test(name));
  return {
    ...Object.fromEntries(own),
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ALLOW_PROTOCOL: '',
    GIT_NO_LAZY_FETCH: '1',
    GIT_CONFIG_COUNT: String(settings.length),
    ...Object.fromEntries(
      settings.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
      ]),
    ),
  };
}
