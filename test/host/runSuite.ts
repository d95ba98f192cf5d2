// Runs the tests of a folder inside VS Code: `tsx test/host/runSuite.ts FOLDER RESULTS [WORKSPACE]`.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { bundleSuite } from './bundle.ts';
import { findDesktopCode } from './desktop.ts';
import { projectRoot } from './embedded/paths.ts';
import { createScratch } from './embedded/scratch.ts';
import type { SuiteResults } from './mocha.ts';

/**
 * Runs them in desktop VS Code where there is one, else in the embedded host, with a copy of the workspace open.
 * Gives back what is wrong with the run as a whole; undefined where every test passed.
 */
async function runSuite(folder: string, resultsFile: string, workspace: string): Promise<string | undefined> {
  const scratch = createScratch();
  try {
    const bundle = join(projectRoot, 'out', 'host', `${basename(folder)}.cjs`);
    const files = readdirSync(folder).filter((name) => name.endsWith('.test.ts'));
    await bundleSuite(
      files.map((name) => join(folder, name)),
      bundle,
    );
    rmSync(resultsFile, { force: true });
    mkdirSync(dirname(resultsFile), { recursive: true });
    const copy = join(scratch.folder, basename(workspace));
    cpSync(workspace, copy, { recursive: true });
    const code = await runTests({
      vscodeExecutablePath: findDesktopCode() ?? join(projectRoot, 'test/host/code.mjs'),
      extensionDevelopmentPath: projectRoot,
      extensionTestsPath: bundle,
      extensionTestsEnv: { AUX_WIKI_TEST_RESULTS: resultsFile },
      launchArgs: [
        copy,
        `--user-data-dir=${join(scratch.folder, 'user')}`,
        `--extensions-dir=${join(scratch.folder, 'extensions')}`,
        '--disable-extensions',
      ],
    }).catch((error: Error & { code?: number }) => error.code ?? error.message);
    return problemOf(code, resultsFile);
  } finally {
    scratch.remove();
  }
}

/** VS Code's exit code is 0 too where no test ran, or where the extension host died: the results decide as well. */
function problemOf(code: number | string, resultsFile: string): string | undefined {
  if (!existsSync(resultsFile)) return `VS Code ended with ${code}, and the tests left no results`;
  const results: SuiteResults = JSON.parse(readFileSync(resultsFile, 'utf8'));
  if (results.passed + results.failures.length === 0) return 'no test ran';
  if (results.failures.length > 0) return `${results.failures.length} tests failed`;
  return code === 0 ? undefined : `every test passed, and VS Code ended with ${code}`;
}

const [folder = 'test/host/suite', resultsFile = 'out/test/host.json', workspace = 'examples/wiki'] =
  process.argv.slice(2);
const problem = await runSuite(resolve(folder), resolve(resultsFile), resolve(workspace));
if (problem !== undefined) {
  console.error(problem);
  process.exitCode = 1;
}
