import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The project's root folder, without a trailing slash. */
export const projectRoot = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');

const packages = `${projectRoot}/test/host/node_modules`;

/** The script that starts code-server. */
export const codeServerEntry = `${packages}/code-server/out/node/entry.js`;

/** The Node.js 24 that code-server needs, whatever runs the project itself; throws where it is not installed. */
export function codeServerNode(): string {
  const platform = `${process.platform}-${process.arch}`;
  const candidates = [`${packages}/node-${platform}/bin/node`, `${packages}/node-bin-${platform}/bin/node`];
  const found = candidates.find((candidate) => existsSync(candidate));
  if (found === undefined) throw new Error(`no Node.js for ${platform}: run npm ci --ignore-scripts in test/host`);
  return found;
}
