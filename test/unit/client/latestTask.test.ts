import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { createLatestTask } from '../../../client/src/latestTask.ts';

/** Asks at the given milliseconds for work that takes 20; gives back how often it ran, and how many ran at once. */
async function runs(delay: number, askedAt: readonly number[]): Promise<{ total: number; atOnce: number }> {
  let total = 0;
  let running = 0;
  let atOnce = 0;
  const task = createLatestTask(async () => {
    total++;
    atOnce = Math.max(atOnce, ++running);
    await wait(20);
    running--;
  }, delay);
  for (const at of askedAt) setTimeout(task.run, at);
  await wait((askedAt.at(-1) ?? 0) + 100);
  task.dispose();
  return { total, atOnce };
}

test('what is asked for at once runs once', async () => {
  assert.deepEqual(await runs(5, [0, 0, 0]), { total: 1, atOnce: 1 });
});

test('what is asked for while it runs, runs once more, and never beside', async () => {
  assert.deepEqual(await runs(0, [0, 8, 12]), { total: 2, atOnce: 1 });
});

test('what is asked for later runs again', async () => {
  assert.deepEqual(await runs(0, [0, 60]), { total: 2, atOnce: 1 });
});

test('after its end nothing runs', async () => {
  let total = 0;
  const task = createLatestTask(async () => void total++, 5);
  task.run();
  task.dispose();
  task.run();
  await wait(20);
  assert.equal(total, 0);
});
