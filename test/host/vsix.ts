import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './embedded/paths.ts';

/** Packages what is built in `dist/` as users get it, and gives back the path of the `.vsix`; fails with vsce's output. */
export function packageExtension(): Promise<string> {
  const folder = join(projectRoot, 'out');
  const vsix = join(folder, 'aux-wiki.vsix');
  mkdirSync(folder, { recursive: true });
  return new Promise((resolve, reject) => {
    const vsce = join(projectRoot, 'node_modules/@vscode/vsce/vsce');
    // Everything is bundled, so no dependency goes along.
    const child = spawn(
      process.execPath,
      [vsce, 'package', '--no-dependencies', '--allow-unused-files-pattern', '--out', vsix],
      {
        cwd: projectRoot,
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(vsix);
      else reject(new Error(`the extension could not be packaged:\n${output}`));
    });
  });
}
