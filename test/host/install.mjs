// Installs the embedded host: code-server, the Node.js that it needs, and the modules of its VS Code.
import { existsSync, mkdirSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages, MissingPiece } from '../../scripts/install.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const platforms = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];

/**
 * Brings the embedded host into place, with progress; quick where it is there already.
 * @returns {Promise<void>} fails with a MissingPiece, on a platform without an embedded host too
 */
export async function installHost() {
  const platform = `${process.platform}-${process.arch}`;
  if (!platforms.includes(platform)) {
    throw new MissingPiece(
      `There is no embedded VS Code for ${platform} (only for ${platforms.join(', ')}). ` +
        'Install VS Code for the desktop (https://code.visualstudio.com), with its `code` command on the PATH.',
    );
  }
  await installPackages(here, 'the embedded VS Code');
  await installPackages(join(here, 'vscode-modules'), "the embedded VS Code's modules");
  linkModules();
}

/** The modules that come with code-server's VS Code are a list without the modules: theirs are ours, by one link. */
function linkModules() {
  const link = join(here, 'node_modules/code-server/lib/vscode/node_modules');
  const target = relative(dirname(link), join(here, 'vscode-modules/node_modules'));
  if (existsSync(link) && readTarget(link) === target) return;
  rmSync(link, { recursive: true, force: true });
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(target, link, 'dir');
}

function readTarget(link) {
  try {
    return readlinkSync(link);
  } catch {
    return undefined;
  }
}
