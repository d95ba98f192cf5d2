import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/**
 * The executable of a desktop VS Code that can show a window here: the one that `AUX_WIKI_VSCODE` names, else the one
 * behind the `code` command on the PATH. Undefined where there is none, or no display, or `code` belongs to a remote
 * session, which cannot host a development window.
 */
export function findDesktopCode(): string | undefined {
  const named = process.env.AUX_WIKI_VSCODE;
  if (named !== undefined && named !== '') return named;
  if (!hasDisplay()) return undefined;
  const names = process.platform === 'win32' ? ['code.cmd'] : ['code'];
  const command = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((file) => existsSync(file));
  if (command === undefined || command.includes('remote-cli')) return undefined;
  return executableOf(realpathSync(command));
}

function hasDisplay(): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The command is a script that starts the executable without waiting for it; where that lies, every package agrees. */
function executableOf(command: string): string | undefined {
  const above = (levels: number) => Array.from({ length: levels }).reduce<string>((path) => dirname(path), command);
  const candidates = {
    win32: [join(above(2), 'Code.exe')],
    darwin: [join(above(4), 'MacOS', 'Electron'), join(above(4), 'MacOS', 'Code')],
    linux: [join(above(2), 'code')],
  }[process.platform as string];
  return candidates?.find((file) => existsSync(file) && isElectron(file));
}

/** A snap's `code` is the snap launcher itself, which answers for no file beside it. */
function isElectron(file: string): boolean {
  const environment = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  return spawnSync(file, ['--eval', ''], { env: environment, timeout: 20_000 }).status === 0;
}
