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
  { name: 'imports', run: () => runNodeTests('imports', [importRule], 30 * seconds) },
  { name: 'unit', run: () => runNodeTests('unit', unitFiles(), 120 * seconds) },
  { name: 'grammar', run: () => runNodeTests('grammar', testFiles('test/grammar'), 60 * seconds) },
  { name: 'corpus', run: () => runNodeTests('corpus', testFiles('test/corpus'), 180 * seconds) },
  {
    name: 'protocol',
    needsBuild: true,
    run: () => runNodeTests('protocol', testFiles('test/protocol'), 120 * seconds),
  },
  { name: 'package', needsBuild: true, run: () => runNodeTests('package', testFiles('test/package'), 120 * seconds) },
  { name: 'webview', needsBuild: true, run: inBrowser },
  { name: 'host', needsBuild: true, needsHost: true, run: inVsCode },
  { name: 'user', needsBuild: true, needsHost: true, run: asUser },
  { name: 'audit', run: audit },
];

/** Bundles what ships. */
export const build: Stage = { name: 'build', run: () => program('build', ['scripts/build.mjs']) };

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
  return runNodeTests('webview', testFiles('test/webview'), 120 * seconds, 1);
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
  return runNodeTests('user', testFiles('test/host/user'), 240 * seconds, 1);
}
