import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { projectRoot } from '../embedded/paths.ts';
import { packageExtension } from '../vsix.ts';
import { openSession, type Session } from './session.ts';
import { openFile, runCommand } from './workbench.ts';

describe('a folder that is no wiki', { timeout: 120_000 }, () => {
  let session: Session;

  before(async () => {
    const wiki = join(projectRoot, 'test/fixtures/no-wiki');
    session = await openSession({ wiki, vsix: await packageExtension() });
  });
  after(() => session?.close());

  test('sees nothing of the extension but the offer to make it one', { timeout: 60_000 }, async () => {
    const { page } = session;
    await openFile(page, 'README.md');
    // By then the extension is active, and its server has looked around.
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').waitFor();
    await page.keyboard.type('Aux Wiki: ');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Start a Wiki' }).waitFor();
    await page.waitForTimeout(2000);
    const commands = await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Aux Wiki:' }).allInnerTexts();
    assert.deepEqual(commands.length, 1, commands.join(', '));
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.activitybar .action-label[aria-label^="Aux Wiki"]').count(), 0);
    assert.equal(await page.locator('.editor-actions .action-label[aria-label*="Wiki Preview"]').count(), 0);
    assert.equal(await page.locator('.squiggly-error, .squiggly-warning, .squiggly-info').count(), 0);
  });

  test('becomes one by its first page', { timeout: 60_000 }, async () => {
    const { page, folder } = session;
    await runCommand(page, 'Aux Wiki: Start a Wiki in This Folder');
    await page.locator('.tab.active[data-resource-name="home.md"]').waitFor();
    assert.ok(existsSync(join(folder, 'home.md')));
    await page.locator('.activitybar .action-label[aria-label^="Aux Wiki"]').waitFor();
    await page.locator('.editor-actions .action-label[aria-label*="Wiki Preview"]').waitFor();
  });
});
