/** What a stage came to. */
export interface Counts {
  readonly passed: number;
  readonly failures: readonly Failure[];
  readonly skipped: readonly Skipped[];
}

export interface Failure {
  readonly name: string;
  readonly detail: string;
}

export interface Skipped {
  readonly name: string;
  readonly reason: string;
}

/** A stage that is one test by itself. */
export const onePassed: Counts = { passed: 1, failures: [], skipped: [] };

/** A stage that failed as a whole. */
export function oneFailed(name: string, detail: string): Counts {
  return { passed: 0, failures: [{ name, detail }], skipped: [] };
}

/** A stage that did not run as a whole. */
export function oneSkipped(name: string, reason: string): Counts {
  return { passed: 0, failures: [], skipped: [{ name, reason }] };
}

export function sum(all: readonly Counts[]): Counts {
  return {
    passed: all.reduce((total, counts) => total + counts.passed, 0),
    failures: all.flatMap((counts) => counts.failures),
    skipped: all.flatMap((counts) => counts.skipped),
  };
}

/** `N passed, N failed`, and `, N skipped` where some were. */
export function summary(counts: Counts): string {
  const skipped = counts.skipped.length > 0 ? `, ${counts.skipped.length} skipped` : '';
  return `${counts.passed} passed, ${counts.failures.length} failed${skipped}`;
}
