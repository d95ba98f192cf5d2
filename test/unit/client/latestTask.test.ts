import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { setImmediate as settle } from 'node:timers/promises';
import { createLatestTask, type LatestTask } from '../../../client/src/latestTask.ts';

const delay = 5;

interface Watched {
  readonly task: LatestTask;
  /** How often the work has begun. */
  begun(): number;
  /** Ends the run that is under way. */
  end(): Promise<void>;
  /** Lets the time pass that the task waits. */
  pass(): Promise<void>;
}

/** A task whose work takes until it is told to end, on a clock that the test moves. */
function check(name: string, body: (watched: Watched) => Promise<void>): void {
  test(name, async (context) => {
    mock.timers.enable({ apis: ['setTimeout'] });
    context.after(() => mock.timers.reset());
    const ends: (() => void)[] = [];
    const task = createLatestTask(() => new Promise((resolve) => ends.push(resolve)), delay);
    await body({
      task,
      begun: () => ends.length,
      async end() {
        ends.at(-1)?.();
        await settle();
      },
      async pass() {
        mock.timers.tick(delay);
        await settle();
      },
    });
  });
}

check('what is asked for at once runs once', async ({ task, begun, end, pass }) => {
  for (let i = 0; i < 3; i++) task.run();
  assert.equal(begun(), 0);
  await pass();
  assert.equal(begun(), 1);
  await end();
  await pass();
  assert.equal(begun(), 1);
});

check('what is asked for while it runs, runs once more, and never beside', async ({ task, begun, end, pass }) => {
  task.run();
  await pass();
  for (let i = 0; i < 2; i++) task.run();
  await pass();
  assert.equal(begun(), 1);
  await end();
  await pass();
  assert.equal(begun(), 2);
  await end();
  await pass();
  assert.equal(begun(), 2);
});

check('what is asked for later runs again', async ({ task, begun, end, pass }) => {
  task.run();
  await pass();
  await end();
  task.run();
  await pass();
  assert.equal(begun(), 2);
});

check('after its end nothing runs', async ({ task, begun, pass }) => {
  task.run();
  task.dispose();
  task.run();
  await pass();
  assert.equal(begun(), 0);
});
