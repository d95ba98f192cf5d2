import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { projectRoot } from '../embedded/paths.ts';
import { packageExtension } from '../vsix.ts';
import { openSession, type Session, screenshotFile } from './session.ts';
import { goToText, openFile, row, tab } from './workbench.ts';

describe('an author is helped while typing, by keyboard', { timeout: 200_000 }, () => {
  let session: Session;

  before(async () => {
    session = await openSession({ wiki: join(projectRoot, 'examples/wiki'), vsix: await packageExtension() });
    await session.page.locator('.activitybar .action-label[aria-label^="Aux Wiki"]').waitFor();
    await openFile(session.page, 'care/water.md');
    await tab(session.page, 'water.md').click();
    await session.page.locator('.view-line', { hasText: 'title: Water' }).waitFor();
    await session.page.keyboard.press('ControlOrMeta+End');
    await session.page.locator('.view-line', { hasText: 'A fifth a week' }).waitFor();
    // Brackets close by themselves once VS Code has read how Markdown is written, of which nothing on the screen tells.
    await session.page.waitForTimeout(2000);
  });
  after(() => session?.close());

  /** One thing that the author does. A screenshot shows how it ended, well or not. */
  function step(name: string, run: (session: Session) => Promise<void>): void {
    test(name, { timeout: 60_000 }, async () => {
      try {
        await run(session);
      } finally {
        await session.page.screenshot({ path: screenshotFile(`typing ${name}`.replace(/\W+/g, '-')) });
      }
    });
  }

  const list = () => session.page.locator('.suggest-widget.visible');

  step('a page is found by its title', async ({ page }) => {
    // As fast as a person types: VS Code closes brackets only where it keeps up.
    await page.keyboard.type('\n\n[see](', { delay: 60 });
    await row(list(), '/').waitFor();
    await page.keyboard.type('feed');
    await list().locator('.monaco-list-row.focused', { hasText: '/care/feeding' }).waitFor();
    await page.keyboard.press('Enter');
    await line(session, '[see](/care/feeding');
    await page.keyboard.press('End');
  });

  step('a callout gets its class', async ({ page }) => {
    await page.keyboard.type('\n\n> Be careful.');
    // Enter goes on with the quote.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+End');
    await page.keyboard.type('{.');
    await row(list(), '.is-warning').waitFor();
    await page.keyboard.type('is-w');
    await list().locator('.monaco-list-row.focused', { hasText: '.is-warning' }).waitFor();
    await page.keyboard.press('Enter');
    await line(session, '{.is-warning}');
    await page.keyboard.press('End');
  });

  step('an emoji is offered by its second letter, and prose is left alone', async ({ page }) => {
    await page.keyboard.type('\n\nA note: it is ');
    assert.equal(await list().count(), 0);
    await page.keyboard.type(':tu');
    await row(list(), ':turtle:').waitFor();
    await page.keyboard.type('rt');
    await list().locator('.monaco-list-row.focused', { hasText: ':turtle:' }).waitFor();
    await page.keyboard.press('Enter');
    await line(session, 'it is :turtle:');
  });

  step('what was chosen is what is saved', async ({ page, folder }) => {
    await page.keyboard.press('ControlOrMeta+S');
    const file = join(folder, 'care/water.md');
    const end = Date.now() + 10_000;
    while (!readFileSync(file, 'utf8').includes(':turtle:')) {
      assert.ok(Date.now() < end, 'the page was not saved within 10 s');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    assert.match(
      readFileSync(file, 'utf8'),
      /\[see\]\(\/care\/feeding\)\r?\n\r?\n> Be careful\.\r?\n\{\.is-warning\}\r?\n/,
    );
  });

  step('tags are offered in the frontmatter', async ({ page }) => {
    await goToText(page, 'tags: water, care');
    await page.keyboard.press('End');
    await page.keyboard.type(', tut');
    await list().locator('.monaco-list-row.focused', { hasText: 'tutorial' }).waitFor();
    await page.keyboard.press('Enter');
    await line(session, 'tags: water, care, tutorial');
  });

  step('hover is shown by keyboard', async ({ page }) => {
    await goToText(page, '/care/feeding');
    await page.keyboard.press('ControlOrMeta+K');
    await page.keyboard.press('ControlOrMeta+I');
    await page.locator('.monaco-hover', { hasText: 'link here' }).first().waitFor();
    await page.keyboard.press('Escape');
  });

  step('above the page stands who links to it', async ({ page }) => {
    await page.keyboard.press('ControlOrMeta+Home');
    await page.locator('.codelens-decoration', { hasText: 'link' }).first().waitFor();
  });
});

/** Waits until the editor shows a text. */
async function line({ page }: Session, text: string): Promise<void> {
  await page.locator('.view-line', { hasText: text }).first().waitFor();
}
