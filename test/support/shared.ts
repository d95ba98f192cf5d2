import { existsSync } from 'node:fs';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const beside = fileURLToPath(new URL('../../../shared', import.meta.url));

/** The folder of goldens and corpora beside the project, without a trailing slash; undefined where the project was cloned alone. */
export const sharedFolder: string | undefined = existsSync(`${beside}/golden`) ? beside : undefined;

/** A test that needs the folder of goldens and corpora; skipped by name where there is none. */
export function sharedTest(name: string, run: (shared: string, context: TestContext) => void | Promise<void>): void {
  test(
    name,
    {
      skip:
        sharedFolder === undefined &&
        'needs ../shared (goldens and corpora), which lies beside the project only where it is developed',
    },
    (context) => run(sharedFolder ?? '', context),
  );
}
