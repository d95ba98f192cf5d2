import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { atExit } from './embedded/atExit.ts';
import { installExtension, startCodeServer } from './embedded/codeServer.ts';
import { hostFolders } from './embedded/environment.ts';
import { projectRoot } from './embedded/paths.ts';
import { workbenchUrl } from './embedded/workbench.ts';
import { packageExtension } from './vsix.ts';

const scratch = join(projectRoot, 'out', 'host');

/** Opens a wiki in desktop VS Code with the extension running from source, and waits until its window is closed. */
export function openDesktop(executable: string, folder: string): Promise<void> {
  console.log(`Opening ${folder} in ${executable}. Ctrl-C closes it.`);
  const child = spawn(
    executable,
    [
      ...['--new-window', `--extensionDevelopmentPath=${projectRoot}`, folder],
      // Not the user's own profile: the window starts without their extensions, and leaves no trace among theirs.
      `--user-data-dir=${join(scratch, 'desktop')}`,
      `--extensions-dir=${join(scratch, 'desktop-extensions')}`,
      ...['--skip-welcome', '--skip-release-notes', '--disable-updates', '--disable-workspace-trust'],
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    { stdio: ['ignore', 'ignore', 'inherit'], env: withoutVsCode(process.env) },
  );
  const forget = atExit(() => child.kill());
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => {
      forget();
      resolve();
    });
  });
}

/** Opens a wiki in the embedded VS Code with the packaged extension installed; it runs until this process ends. */
export async function openEmbedded(folder: string): Promise<void> {
  const folders = hostFolders(join(scratch, 'embedded'));
  await installExtension(folders, await packageExtension());
  const server = await startCodeServer(folders);
  const url = workbenchUrl(server.host, folder);
  console.log(`\nAux Wiki runs at ${url}\nOnly this machine can reach it. Ctrl-C stops it.`);
  openBrowser(url);
}

/** A terminal inside VS Code sets variables that would turn the new VS Code into a part of the old one. */
function withoutVsCode(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(VSCODE_|ELECTRON_)/.test(name)));
}

/** Shows the address in the user's browser, where there is one. */
function openBrowser(url: string): void {
  const hasDisplay = process.platform === 'darwin' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  if (!hasDisplay) return;
  const command = process.platform === 'darwin' ? 'open' : 'xdg-open';
  // Without it the printed address is enough.
  spawn(command, [url], { stdio: 'ignore', detached: true })
    .once('error', () => undefined)
    .unref();
}
