import assert from 'node:assert/strict';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Frame } from 'playwright-core';
import { longPage } from '../../support/longPage.ts';
import { projectRoot } from '../embedded/paths.ts';
import { createScratch } from '../embedded/scratch.ts';
import { packageExtension } from '../vsix.ts';
import { openSession, type Session, screenshotFile, writeWorkspaceSettings } from './session.ts';
import { openFile, previewButton, topLineOf, webviewWith } from './workbench.ts';

const tabs = '## Ways {.tabset}\n\n### First\n\none\n\n### Second\n\ntwo\n';
const start = `---\ntitle: Start\n---\n\n[Far](#far) [Long](/long) [Gone](/gone)\n\n${tabs}`;
const filler = Array.from({ length: 60 }, (_, index) => `Paragraph ${index}\n`).join('\n');
/** The zero-based line of the heading that the page's first link leads to. */
const farLine = `${start}\n${filler}\n`.split('\n').length - 1;

describe('reading in the preview', { timeout: 300_000 }, () => {
  const scratch = createScratch();
  let session: Session;

  before(async () => {
    const wiki = join(scratch.folder, 'wiki');
    cpSync(join(projectRoot, 'examples/wiki'), wiki, { recursive: true });
    writeFileSync(join(wiki, 'long.md'), longPage(8_000));
    writeFileSync(join(wiki, 'start.md'), `${start}\n${filler}\n## Far\n\n${filler}`);
    session = await openSession({
      wiki,
      vsix: await packageExtension(),
      settings: { 'editor.stickyScroll.enabled': false, 'editor.minimap.enabled': false },
    });
    await openFile(session.page, 'start.md');
    await previewButton(session.page).click();
  });
  after(async () => {
    await session?.close();
    scratch.remove();
  });

  const scrollOf = async (preview: Frame) => Number(await preview.evaluate('window.scrollY'));

  test('a jump to a heading scrolls the editor to its very line', { timeout: 60_000 }, async () => {
    const { page } = session;
    const preview = await webviewWith(page, '.aux-title:has-text("Start")');
    await preview.locator('.contents a', { hasText: 'Far' }).first().click();
    await page.waitForTimeout(1000);
    try {
      assert.equal(await topLineOf(page, 'start.md'), farLine);
    } finally {
      await page.screenshot({ path: screenshotFile('reading-anchor') });
    }
  });

  test('links are followed, left and gone back to by keyboard', { timeout: 60_000 }, async () => {
    const { page } = session;
    const preview = await webviewWith(page, '.aux-title:has-text("Start")');
    await preview.locator('.contents a', { hasText: 'Long' }).focus();
    await page.keyboard.press('Enter');
    await preview.locator('.aux-title:has-text("Start")').waitFor({ state: 'detached' });
    assert.match(String(await preview.evaluate('document.activeElement.className')), /aux-title/);
    await page.keyboard.press('Alt+ArrowLeft');
    await preview.locator('.aux-title:has-text("Start")').waitFor();
    assert.equal(await preview.evaluate('document.activeElement.textContent'), 'Long');
    await page.keyboard.press('Alt+ArrowRight');
    await preview.locator('.aux-title:has-text("Start")').waitFor({ state: 'detached' });
    await page.keyboard.press('Alt+ArrowLeft');
    await preview.locator('.aux-title:has-text("Start")').waitFor();
  });

  test('place and chosen tab are there again after the preview was hidden, and after a reload', {
    timeout: 150_000,
  }, async () => {
    const { page } = session;
    let preview = await webviewWith(page, '.aux-title:has-text("Start")');
    await preview.locator('[role=tab]', { hasText: 'Second' }).click();
    await preview.evaluate('window.scrollTo(0, 700)');
    await page.waitForTimeout(1000);
    const isAsLeft = async () => {
      preview = await webviewWith(page, '[role=tab][aria-selected=true]:has-text("Second")', 40_000);
      await page.waitForTimeout(1000);
      assert.equal(await preview.locator('[role=tabpanel]', { hasText: 'two' }).isVisible(), true);
      // The editor is scrolled by whole lines, and the preview with it.
      const scroll = await scrollOf(preview);
      assert.ok(Math.abs(scroll - 700) <= 40, `scrolled to ${scroll}`);
    };
    // A file that is opened in the preview's own group hides it, which ends its document; no page, which it would follow.
    await openFile(page, '.aux-wiki.yml');
    await page.locator('.tab', { hasText: 'Preview Start' }).click();
    await isAsLeft();
    await page.reload();
    // VS Code writes down now and then which tab is in front; it may be the one before.
    await page.locator('.tab', { hasText: 'Preview Start' }).click();
    await isAsLeft();
  });

  test('what the reader turns off stays off: neither side scrolls the other', { timeout: 60_000 }, async () => {
    const { page } = session;
    writeWorkspaceSettings(session, {
      'auxWiki.preview.scrollPreviewWithEditor': false,
      'auxWiki.preview.scrollEditorWithPreview': false,
      // By its colours the preview tells that the settings have been read.
      'workbench.colorTheme': 'Default High Contrast',
    });
    await page.locator('.tab[data-resource-name="start.md"]').first().click();
    const preview = await webviewWith(page, 'body.vscode-high-contrast .aux-title:has-text("Start")');
    await page.waitForTimeout(1500);
    const [scroll, line] = [await scrollOf(preview), await topLineOf(page, 'start.md')];
    await page.keyboard.press('ControlOrMeta+End');
    await page.waitForTimeout(1000);
    assert.notEqual(await topLineOf(page, 'start.md'), line, 'the editor has moved');
    assert.equal(await scrollOf(preview), scroll);
    const moved = await topLineOf(page, 'start.md');
    await preview.evaluate('window.scrollTo(0, 300)');
    await page.waitForTimeout(1000);
    assert.equal(await scrollOf(preview), 300);
    assert.equal(await topLineOf(page, 'start.md'), moved);
  });
});
