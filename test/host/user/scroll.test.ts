import assert from 'node:assert/strict';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Frame } from 'playwright-core';
import { longPage } from '../../support/longPage.ts';
import { projectRoot } from '../embedded/paths.ts';
import { createScratch } from '../embedded/scratch.ts';
import { packageExtension } from '../vsix.ts';
import { openSession, type Session, screenshotFile } from './session.ts';
import { openFile, previewButton, tab, topLineOf, webviewWith } from './workbench.ts';

describe('the preview and the editor scroll together', { timeout: 150_000 }, () => {
  const scratch = createScratch();
  let session: Session;
  let preview: Frame;

  before(async () => {
    const wiki = join(scratch.folder, 'wiki');
    cpSync(join(projectRoot, 'examples/wiki'), wiki, { recursive: true });
    writeFileSync(join(wiki, 'long.md'), longPage(8_000));
    session = await openSession({
      wiki,
      vsix: await packageExtension(),
      settings: { 'editor.stickyScroll.enabled': false, 'editor.minimap.enabled': false },
    });
    const { page } = session;
    await openFile(page, 'long.md');
    await previewButton(page).click();
    preview = await webviewWith(page, 'h2:has-text("Part 1")');
    await tab(page, 'long.md').click();
  });
  after(async () => {
    await session?.close();
    scratch.remove();
  });

  test('the block of the line at the top of the editor is at the top of the preview', { timeout: 60_000 }, async () => {
    const { page } = session;
    try {
      for (const target of ['120', '300', '60']) {
        await page.keyboard.press('Control+G');
        await page.locator('.quick-input-widget input').waitFor();
        await page.keyboard.type(target);
        await page.keyboard.press('Enter');
        await page.waitForTimeout(1000);
        const line = await topLineOf(page, 'long.md');
        const [from, to] = await topBlockOf(preview);
        assert.ok(from <= line && line < to, `line ${line} is within lines ${from} to ${to}`);
      }
    } finally {
      await page.screenshot({ path: screenshotFile('scroll-preview-with-editor') });
    }
  });

  test('and back', { timeout: 60_000 }, async () => {
    const { page } = session;
    for (const index of [20, 60, 5]) {
      const line = await preview.evaluate(`(() => {
        const block = [...document.querySelectorAll('.contents > [data-line]')][${index}];
        window.scrollTo(0, Math.ceil(block.getBoundingClientRect().top + window.scrollY));
        return Number(block.dataset.line);
      })()`);
      await page.waitForTimeout(1000);
      assert.equal(await topLineOf(page, 'long.md'), line);
    }
  });
});

/** The lines from which to before which the block goes that is at the top of the preview. */
async function topBlockOf(preview: Frame): Promise<[number, number]> {
  return (await preview.evaluate(`(() => {
    const blocks = [...document.querySelectorAll('.contents [data-line]')].filter((block) => block.checkVisibility());
    const above = blocks.filter((block) => block.getBoundingClientRect().top <= 1);
    const tops = above.map((block) => block.getBoundingClientRect().top);
    const highest = Math.max(...tops);
    const lines = above.filter((_, index) => tops[index] > highest - 1).map((block) => Number(block.dataset.line));
    const next = blocks.map((block) => Number(block.dataset.line)).filter((line) => line > Math.max(...lines));
    return [Math.min(...lines), Math.min(...next)];
  })()`)) as [number, number];
}
