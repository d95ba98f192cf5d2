import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The version of the package that the running script belongs to. */
export function version(script = process.argv[1] ?? '.'): string {
  for (let folder = dirname(realpathSync(script)); ; folder = dirname(folder)) {
    const found = versionIn(folder);
    if (found !== undefined) return found;
    if (folder === dirname(folder)) return 'unknown';
  }
}

function versionIn(folder: string): string | undefined {
  try {
    const { name, version: found } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return name === 'aux-wiki' ? String(found) : undefined;
  } catch {
    // No package.json here, or one that cannot be read: look further up.
    return undefined;
  }
}
