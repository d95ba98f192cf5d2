// `npm run screenshots`: makes the pictures of the README anew from the example wiki.
import { spawnSync } from 'node:child_process';
import { installPackages, root } from '../../scripts/install.mjs';
import { installHost } from './install.mjs';

await installPackages(root, "the project's packages");
await installHost();
const built = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' });
if (built.status !== 0) process.exit(1);
const { register } = await import('tsx/esm/api');
register();
const { makeScreenshots } = await import('./screenshots.ts');
await makeScreenshots();
