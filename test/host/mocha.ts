import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

/** What a run of tests came to; written as JSON to the file that `AUX_WIKI_TEST_RESULTS` names. */
export interface SuiteResults {
  readonly passed: number;
  readonly failures: readonly { readonly name: string; readonly detail: string }[];
  /** Full names of the tests that did not run. */
  readonly skipped: readonly string[];
}

/**
 * Runs mocha tests (`suite`, `test`) inside VS Code; `load` requires the files that define them.
 * Fails where a test fails. The results file is the proof that tests ran: VS Code itself reports success without it.
 */
export async function runMocha(load: () => void): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', timeout: 90_000, color: false, forbidOnly: process.env.CI !== undefined });
  // What mocha does before it loads a file: it defines `suite` and `test`.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  load();
  const results = await run(mocha);
  const file = process.env.AUX_WIKI_TEST_RESULTS;
  if (file !== undefined) writeFileSync(file, JSON.stringify(results));
  if (results.failures.length > 0) throw new Error(`${results.failures.length} tests failed`);
}

function run(mocha: Mocha): Promise<SuiteResults> {
  let passed = 0;
  const failures: { name: string; detail: string }[] = [];
  const skipped: string[] = [];
  return new Promise((resolve) => {
    mocha
      .run(() => resolve({ passed, failures, skipped }))
      .on('pass', () => {
        passed += 1;
      })
      .on('fail', (test, error: unknown) => {
        failures.push({ name: test.fullTitle(), detail: (error instanceof Error && error.stack) || String(error) });
      })
      .on('pending', (test) => skipped.push(test.fullTitle()));
  });
}
