import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { projectRoot } from '../embedded/paths.ts';
import { packageExtension } from '../vsix.ts';
import { openSession, type Session, screenshotFile } from './session.ts';
import { openFile, previewButton, webviewWith } from './workbench.ts';

const server = 'plantuml.requarks.io';

describe('diagrams and code, under the policy of a real webview', { timeout: 120_000 }, () => {
  let session: Session;
  const asked: string[] = [];

  before(async () => {
    session = await openSession({ wiki: join(projectRoot, 'examples/wiki'), vsix: await packageExtension() });
    await session.page.context().route(`https://${server}/**`, (route) => {
      asked.push(route.request().url());
      // One that cannot be loaded would be shown as words.
      return route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' });
    });
  });
  after(() => session?.close());

  test('Mermaid draws here; PlantUML waits for leave, which a click and an answer give', {
    timeout: 60_000,
  }, async () => {
    const { page } = session;
    try {
      await openFile(page, 'reference/diagrams.md');
      await previewButton(page).click();
      const preview = await webviewWith(page, '.mermaid > svg:has-text("Nitrite")');
      assert.match(await preview.locator('.held-diagram code').innerText(), /^Keeper -> Axolotl : worm/);
      assert.deepEqual(asked, []);
      await preview.getByRole('button', { name: `Load diagrams from ${server}` }).click();
      await page.locator('.monaco-dialog-box .monaco-button', { hasText: 'Load Diagrams' }).click();
      await (await webviewWith(page, 'img.uml-diagram')).locator('img.uml-diagram').waitFor({ state: 'attached' });
      assert.equal(new Set(asked).size, 1);
    } finally {
      await page.screenshot({ path: screenshotFile('diagrams') });
    }
  });

  test('code has its colours', { timeout: 60_000 }, async () => {
    const { page } = session;
    await openFile(page, 'reference/formatting.md');
    await previewButton(page).click();
    await webviewWith(page, 'code.language-typescript .token.keyword');
  });
});
