import { readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { projectRoot } from '../host/embedded/paths.ts';
import { createScratch } from '../host/embedded/scratch.ts';
import { type Counts, oneFailed, sum } from './counts.ts';
import { runNode } from './processes.ts';
import type { TestEvent } from './reporter.ts';

/** Runs node:test files in `processes` processes; `limit` is the whole stage's, in milliseconds. Prints what they print. */
export async function runNodeTests(
  stage: string,
  files: readonly string[],
  limit: number,
  processes = 2,
): Promise<Counts> {
  if (files.length === 0) return oneFailed(stage, 'there is no test file');
  const shares = shareOut(files, Math.min(processes, files.length));
  return sum(await Promise.all(shares.map((share) => runShare(share, limit))));
}

async function runShare(files: readonly string[], limit: number): Promise<Counts> {
  const scratch = createScratch();
  const results = join(scratch.folder, 'results.jsonl');
  const { code, isTimedOut, output } = await runNode(
    [
      ...['--import', 'tsx', '--test-reporter', './test/runner/reporter.ts', '--test-reporter-destination', results],
      ...['test/runner/testProcess.ts', ...files],
    ],
    limit,
  );
  process.stdout.write(output);
  const events = readEvents(results);
  scratch.remove();
  const counts: Counts = {
    passed: events.filter((event) => event.kind === 'passed').length,
    failures: events.filter((event) => event.kind === 'failed'),
    skipped: events.filter((event) => event.kind === 'skipped'),
  };
  const names = files.map((file) => relative(projectRoot, file)).join(' ');
  const died = (why: string) => sum([counts, oneFailed(names, why)]);
  if (isTimedOut) return died(`was still running after ${limit / 1000} s`);
  if (!events.some((event) => event.kind === 'end')) return died(`ended with ${code} before its tests did`);
  if (counts.passed + counts.failures.length + counts.skipped.length === 0) return died('no test ran');
  if (code !== 0 && counts.failures.length === 0) return died(`every test passed, and the process ended with ${code}`);
  return counts;
}

function readEvents(file: string): TestEvent[] {
  try {
    const lines = readFileSync(file, 'utf8').split('\n');
    // A process that is killed can leave half a line.
    return lines.filter((line) => line.endsWith('}')).map((line): TestEvent => JSON.parse(line));
  } catch {
    return [];
  }
}

/** Files in `count` shares of about the same size. */
function shareOut(files: readonly string[], count: number): string[][] {
  const shares = Array.from({ length: count }, () => ({ size: 0, files: [] as string[] }));
  const sized = files.map((file) => ({ file, size: statSync(file).size })).sort((a, b) => b.size - a.size);
  for (const { file, size } of sized) {
    const smallest = shares.reduce((least, share) => (share.size < least.size ? share : least));
    smallest.files.push(file);
    smallest.size += size;
  }
  return shares.map((share) => share.files);
}
