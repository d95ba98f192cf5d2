import { findDesktopCode } from '../host/desktop.ts';
import { requireChromium } from '../host/embedded/chromium.ts';
import { projectRoot } from '../host/embedded/paths.ts';
import { audit } from './audit.ts';
import { type Counts, oneFailed, onePassed, oneSkipped } from './counts.ts';
import { testFiles } from './files.ts';
import { hostTests } from './hostTests.ts';
import { runNodeTests } from './nodeTests.ts';
import { runNode } from './processes.ts';

/** One part of `npm test`. */
export interface Stage {
  readonly name: string;
  /** Where the stage's test files lie. */
  readonly folder?: string;
  /** The stage needs the bundles in `dist/`. */
  readonly needsBuild?: boolean;
  /** The stage needs code-server. */
  readonly needsHost?: boolean;
  /** `hostProblem` says why code-server could not be installed; undefined where it was, or is not needed. */
  run(hostProblem: string | undefined): Promise<Counts>;
}

const seconds = 1000;
const importRule = `${projectRoot}/test/unit/import-rule.test.ts`;

/** The parts of `npm test`, in their order: what is quick and what fails most comes first. */
export const stages: readonly Stage[] = [
  { name: 'types', run: () => program('types', ['node_modules/typescript/bin/tsc', '-b']) },
  { name: 'lint', run: () => program('lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '.']) },
  { name: 'imports', run: () => runNodeTests('imports', [importRule], 120 * seconds) },
  { name: 'unit', folder: 'test/unit', run: () => runNodeTests('unit', unitFiles(), 300 * seconds) },
  nodeStage('grammar', 120),
  nodeStage('corpus', 300),
  { ...nodeStage('protocol', 300), needsBuild: true },
  { ...nodeStage('package', 300), needsBuild: true },
  { ...nodeStage('webview', 300), needsBuild: true, run: inBrowser },
  { name: 'host', folder: 'test/host/suite', needsBuild: true, needsHost: true, run: inVsCode },
  { name: 'user', folder: 'test/host/user', needsBuild: true, needsHost: true, run: asUser },
  { name: 'audit', run: audit },
];

/** Bundles what ships. */
export const build: Stage = { name: 'build', run: () => program('build', ['scripts/build.mjs']) };

/** The node:test files of `test/NAME`, with a time limit in seconds. */
function nodeStage(name: string, limit: number): Stage {
  const folder = `test/${name}`;
  return { name, folder, run: () => runNodeTests(name, testFiles(folder), limit * seconds) };
}

function unitFiles(): string[] {
  return testFiles('test/unit').filter((file) => file !== importRule);
}

async function program(name: string, args: readonly string[]): Promise<Counts> {
  const { code, isTimedOut, output } = await runNode(args, 180 * seconds);
  if (code === 0) return onePassed;
  return oneFailed(name, isTimedOut ? `${output}\nwas still running after 180 s` : output);
}

/** What runs inside the webviews, in a browser without VS Code around it. */
async function inBrowser(): Promise<Counts> {
  requireChromium();
  return runNodeTests('webview', testFiles('test/webview'), 300 * seconds, 1);
}

/** In desktop VS Code where there is one; else a missing browser fails the stage with the command that brings one. */
async function inVsCode(hostProblem: string | undefined): Promise<Counts> {
  if (findDesktopCode() !== undefined) return hostTests();
  if (hostProblem !== undefined) return oneFailed('host', hostProblem);
  requireChromium();
  return hostTests();
}

async function asUser(hostProblem: string | undefined): Promise<Counts> {
  if (process.platform === 'win32') return oneSkipped('user', 'the embedded VS Code needs Linux or macOS');
  if (hostProblem !== undefined) return oneFailed('user', hostProblem);
  requireChromium();
  return runNodeTests('user', testFiles('test/host/user'), 600 * seconds, 1);
}
