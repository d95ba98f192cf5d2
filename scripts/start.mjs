// `npm start [-- PATH]`: installs, builds, and opens VS Code with the extension running and a wiki open.
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { installHost } from '../test/host/install.mjs';
import { installPackages, MissingPiece, requireNode, root } from './install.mjs';

const help = `Opens VS Code with Aux Wiki running.

  npm start             with the example wiki
  npm start -- PATH     with the wiki in the folder PATH

VS Code for the desktop is used where its \`code\` command is on the PATH (or AUX_WIKI_VSCODE names its executable),
else a VS Code in the browser, which only this machine can reach. Ctrl-C stops everything.`;

requireNode();
try {
  await start(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof MissingPiece)) throw error;
  console.error(error.message);
  process.exit(1);
}

async function start(args) {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(help);
    return;
  }
  // npm runs scripts in the project's folder; INIT_CWD is where the user is.
  const folder = resolve(process.env.INIT_CWD ?? process.cwd(), args[0] ?? `${root}/examples/wiki`);
  if (!existsSync(folder)) throw new MissingPiece(`There is no ${folder}`);
  if (!statSync(folder).isDirectory()) throw new MissingPiece(`${folder} is no folder`);
  await installPackages(root, "the project's packages");
  const { register } = await import('tsx/esm/api');
  register();
  const { findDesktopCode } = await import('../test/host/desktop.ts');
  const desktop = findDesktopCode();
  if (desktop === undefined) await installHost();
  console.log('Building the extension');
  await build();
  const { openDesktop, openEmbedded } = await import('../test/host/open.ts');
  await (desktop === undefined ? openEmbedded(folder) : openDesktop(desktop, folder));
}

function build() {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' });
    child.once('error', fail);
    child.once('close', (code) => (code === 0 ? done() : fail(new MissingPiece('The build failed: npm run build'))));
  });
}
