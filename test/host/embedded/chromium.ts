import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const macApplications = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);
const aptCommand = 'apt-get update && apt-get install -y chromium';

/** The Chromium or Chrome of this machine; undefined where there is none, or where `CHROME_PATH` names no file. */
export function findChromium(): string | undefined {
  const named = process.env.CHROME_PATH;
  if (named !== undefined && named !== '') return existsSync(named) ? named : undefined;
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => commands.map((name) => join(folder, name)));
  return [...onPath, ...macApplications].find(isExecutable);
}

/** As `findChromium`; on Debian and Ubuntu, as root, it installs one. Fails with the command that would bring one. */
export function requireChromium(): string {
  const found = findChromium();
  if (found !== undefined) return found;
  const isNamed = (process.env.CHROME_PATH ?? '') !== '';
  if (isNamed) throw new Error(`CHROME_PATH names no file: ${process.env.CHROME_PATH}`);
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.log(`No Chromium or Chrome here: ${aptCommand}`);
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('sh', ['-c', aptCommand], { stdio: ['ignore', 'ignore', 'inherit'], env: environment });
    const installed = findChromium();
    if (installed !== undefined) return installed;
  }
  const command = process.platform === 'darwin' ? 'brew install --cask chromium' : `sudo sh -c '${aptCommand}'`;
  throw new Error(`The host tests need Chromium or Chrome: ${command}\nOr name the executable in CHROME_PATH.`);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
