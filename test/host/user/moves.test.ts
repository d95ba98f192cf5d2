import assert from 'node:assert/strict';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { projectRoot } from '../embedded/paths.ts';
import { packageExtension } from '../vsix.ts';
import { openSession, type Session, screenshotFile } from './session.ts';
import { row, runCommand } from './workbench.ts';

describe('moves and renames in VS Code, by keyboard and mouse', { timeout: 300_000 }, () => {
  let session: Session;

  before(async () => {
    session = await openSession({ wiki: join(projectRoot, 'examples/wiki'), vsix: await packageExtension() });
  });
  after(() => session?.close());

  /** One thing that the author does. A screenshot shows how it ended, well or not. */
  function step(name: string, run: (session: Session) => Promise<void>): void {
    test(name, { timeout: 90_000 }, async () => {
      try {
        await run(session);
      } finally {
        await session.page.screenshot({ path: screenshotFile(name.replace(/\W+/g, '-')) });
      }
    });
  }
  const text = (file: string) => readFileSync(join(session.folder, file), 'utf8');

  step('a page is dragged to another folder: VS Code shows the links that will follow, and makes them', async (it) => {
    const { page, folder } = it;
    await page.locator('.activitybar .action-label[aria-label^="Aux Wiki"]').waitFor();
    await inExplorer(page, 'care').click();
    await inExplorer(page, 'water.md').dragTo(inExplorer(page, 'reference'));
    await dialogButton(page, 'Move').click();
    await dialogButton(page, 'Show Preview').click();
    const preview = page.locator('.bulk-edit-panel');
    await row(preview, '/reference/water').waitFor();
    await page.screenshot({ path: screenshotFile('move-preview') });
    await preview.getByRole('button', { name: 'Apply' }).click();
    await waitUntil(() => existsSync(join(folder, 'reference/water.md')));
    await saveAll(page, () => text('care.md').includes('](/reference/water)'));
    assert.match(text('getting-started.md'), /\]\(\/reference\/water#the-nitrogen-cycle\)/);
  });

  step('one undo in the explorer takes the page and its links back', async ({ page, folder }) => {
    await inExplorer(page, 'reference').click();
    await page.keyboard.press('ControlOrMeta+Z');
    const confirm = page.locator('.monaco-dialog-box .monaco-button').first();
    await confirm.waitFor({ timeout: 5000 }).then(
      () => confirm.click(),
      () => {},
    );
    await waitUntil(() => existsSync(join(folder, 'care/water.md')));
    await saveAll(page, () => text('care.md').includes('](/care/water)'));
    assert.match(text('getting-started.md'), /\]\(\/care\/water#the-nitrogen-cycle\)/);
  });

  step('a move in the terminal is noticed, and its links are mended', async ({ page, folder }) => {
    renameSync(join(folder, 'care/feeding.md'), join(folder, 'care/food.md'));
    const offer = page.locator('.notification-list-item', { hasText: 'broke when /care/feeding became /care/food' });
    await offer.first().waitFor();
    await page.screenshot({ path: screenshotFile('move-offer') });
    await offer.first().getByRole('button', { name: 'Update Links' }).click();
    await saveAll(page, () => text('care.md').includes('](/care/food)'));
  });
});

function inExplorer(page: Page, name: string): Locator {
  const label = page.locator('.label-name', { hasText: new RegExp(`^${name.replace('.', '\\.')}$`) });
  return page.locator('.explorer-folders-view .monaco-list-row').filter({ has: label });
}

function dialogButton(page: Page, label: string): Locator {
  return page.locator('.monaco-dialog-box .monaco-button', { hasText: label });
}

/** Saves what has been edited until the disk shows it: edits reach the editors a moment after they were asked for. */
async function saveAll(page: Page, isSaved: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 10 && !isSaved(); attempt++) {
    await runCommand(page, 'File: Save All');
    await page.waitForTimeout(1000);
  }
  assert.ok(isSaved(), 'the disk shows the change');
}

async function waitUntil(isTrue: () => boolean): Promise<void> {
  const end = Date.now() + 20_000;
  while (!isTrue()) {
    assert.ok(Date.now() < end, 'nothing happened within 20 s');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
