import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { projectRoot } from '../embedded/paths.ts';
import { packageExtension } from '../vsix.ts';
import { openSession, type Session, screenshotFile } from './session.ts';
import { openFile, openProblems, previewButton, row, webviewWith } from './workbench.ts';

describe('a wiki that is not trusted, in Restricted Mode', { timeout: 120_000 }, () => {
  let session: Session;

  before(async () => {
    const wiki = join(projectRoot, 'examples/wiki');
    session = await openSession({ wiki, vsix: await packageExtension(), isRestricted: true });
  });
  after(() => session?.close());

  test('its problems are told', { timeout: 60_000 }, async () => {
    const { page } = session;
    await page.locator('.part.statusbar', { hasText: 'Restricted Mode' }).waitFor();
    await openFile(page, 'mistakes.md');
    await page.locator('.squiggly-error').first().waitFor();
    await row(await openProblems(page), '/care/travel').waitFor();
  });

  test('its pages are previewed', { timeout: 60_000 }, async () => {
    const { page } = session;
    try {
      await openFile(page, 'getting-started.md');
      await previewButton(page).click();
      const preview = await webviewWith(page, 'h1:has-text("Getting started")');
      await preview.locator('blockquote.is-warning').waitFor();
    } finally {
      await page.screenshot({ path: screenshotFile('restricted-preview') });
    }
  });
});
