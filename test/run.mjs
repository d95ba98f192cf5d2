// `npm test [-- STAGE…]`: installs what is missing, then runs every stage or the named ones.
import { installPackages, MissingPiece, requireNode, root } from '../scripts/install.mjs';
import { installHost } from './host/install.mjs';

requireNode();
try {
  await installPackages(root, "the project's packages");
  const { register } = await import('tsx/esm/api');
  register();
  const { chooseStages, runStages } = await import('./runner/main.ts');
  const chosen = chooseStages(process.argv.slice(2));
  if (chosen === undefined) process.exit(2);
  const hostProblem = chosen.some((stage) => stage.needsHost) ? await problemOf(installHost()) : undefined;
  process.exitCode = (await runStages(chosen, hostProblem)) ? 0 : 1;
} catch (error) {
  if (!(error instanceof MissingPiece)) throw error;
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}

/** What is missing; undefined where nothing is. */
async function problemOf(installation) {
  try {
    await installation;
    return undefined;
  } catch (error) {
    if (error instanceof MissingPiece) return error.message;
    throw error;
  }
}
