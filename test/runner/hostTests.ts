import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createScratch } from '../host/embedded/scratch.ts';
import type { SuiteResults } from '../host/mocha.ts';
import { type Counts, type Failure, oneFailed, onePassed, sum } from './counts.ts';
import { type Ended, runNode } from './processes.ts';

const limit = 240_000;

/** The tests inside VS Code's extension host, and the proof that a failure there cannot pass unseen. */
export async function hostTests(): Promise<Counts> {
  const { ended, results } = await runSuite('suite');
  process.stdout.write(ended.output);
  const counts: Counts =
    results === undefined
      ? oneFailed('in VS Code', `${ended.isTimedOut ? `still running after ${limit / 1000} s` : 'no results'}`)
      : {
          passed: results.passed,
          failures: results.failures,
          skipped: results.skipped.map((name) => ({ name, reason: 'skipped in VS Code' })),
        };
  const unhandled = /^rejected promise not handled.*(\n.*){0,6}dist\/extension\.js.*/m.exec(ended.output);
  const isSilentFailure = ended.code !== 0 && counts.failures.length === 0;
  return sum([
    counts,
    ...(isSilentFailure ? [oneFailed('in VS Code', `the run ended with ${ended.code}`)] : []),
    ...(unhandled === null ? [] : [oneFailed('no promise of the extension is rejected unseen', unhandled[0])]),
    ...(await Promise.all([
      planted('failing', (found) => found?.failures.length === 1 && found.passed === 1),
      planted('dying', (found) => found === undefined),
    ])),
  ]);
}

/** A planted suite has to fail the run, in the way that its failure is meant to show. */
async function planted(name: string, isAsMeant: (results: SuiteResults | undefined) => boolean): Promise<Counts> {
  const { ended, results } = await runSuite(`planted/${name}`);
  if (ended.code === 1 && isAsMeant(results)) return onePassed;
  const failure: Failure = { name: `a ${name} test inside VS Code fails the run`, detail: ended.output };
  return { passed: 0, failures: [failure], skipped: [] };
}

async function runSuite(name: string): Promise<{ ended: Ended; results: SuiteResults | undefined }> {
  const scratch = createScratch();
  const file = join(scratch.folder, 'results.json');
  const ended = await runNode(['--import', 'tsx', 'test/host/runSuite.ts', `test/host/${name}`, file], limit);
  const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  scratch.remove();
  return { ended, results };
}
