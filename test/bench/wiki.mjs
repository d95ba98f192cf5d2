// `npm run bench`: measures the packed server beside VS Code's own Markdown server, over wikis made for it.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { installPackages, root } from '../../scripts/install.mjs';

await installPackages(root, "the project's packages");
await installPackages(fileURLToPath(new URL('./peer', import.meta.url)), 'the server to compare with');
const built = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' });
if (built.status !== 0) process.exit(1);
const { register } = await import('tsx/esm/api');
register();
await import('./wiki/run.ts');
