import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { sharedFolder } from '../../support/shared.ts';
import { projectRoot } from '../embedded/paths.ts';
import { packageExtension } from '../vsix.ts';
import { openSession, type Session, screenshotFile } from './session.ts';
import {
  goToText,
  openFile,
  openProblems,
  openQuickFix,
  openSidebar,
  previewButton,
  row,
  tab,
  webviewWith,
} from './workbench.ts';

/** A wiki with a page that links to a page that is not there. */
const work =
  sharedFolder === undefined
    ? {
        wiki: join(projectRoot, 'examples/wiki'),
        file: 'mistakes.md',
        folder: '',
        target: '/care/travel',
        newFile: 'care/travel.md',
        heading: 'Mistakes',
      }
    : {
        wiki: join(sharedFolder, 'corpora/aux-wiki'),
        file: 'security.md',
        folder: 'community/',
        target: '/report-a-security-vulnerability',
        newFile: 'report-a-security-vulnerability.md',
        heading: 'Aux Security Committee',
      };
const newName = work.newFile.split('/').at(-1) ?? work.newFile;

describe('an author in VS Code, by keyboard and mouse', { timeout: 200_000 }, () => {
  let session: Session;

  before(async () => {
    session = await openSession({ wiki: work.wiki, vsix: await packageExtension() });
  });
  after(() => session?.close());

  /** One thing that the author does. A screenshot shows how it ended, well or not. */
  function step(name: string, run: (session: Session) => Promise<void>): void {
    test(name, { timeout: 60_000 }, async () => {
      try {
        await run(session);
      } finally {
        await session.page.screenshot({ path: screenshotFile(name.replace(/\W+/g, '-')) });
      }
    });
  }

  step('1 a dead link is underlined', async ({ page }) => {
    await page.locator('.activitybar .action-label[aria-label^="Aux Wiki"]').waitFor();
    await openFile(page, `${work.folder}${work.file}`);
    await page.locator('.monaco-editor .squiggly-error').first().waitFor();
  });

  step('2 the Problems panel lists it', async ({ page }) => {
    const problem = row(await openProblems(page), work.target);
    await problem.getByText('link/missing-page').waitFor();
  });

  step('3 a quick fix creates the page', async ({ page, folder }) => {
    await tab(page, work.file).click();
    await goToText(page, work.target);
    await (await openQuickFix(page, /^Create /)).click();
    await tab(page, newName).waitFor();
    await page.locator('.view-line', { hasText: 'title:' }).waitFor();
    await page.locator('.monaco-editor.focused .selected-text').first().waitFor();
    const text = readFileSync(join(folder, work.newFile), 'utf8');
    assert.match(
      text,
      /^---\ntitle: .+\ndescription: .*\npublished: true\ndate: \d{4}-\d\d-\d\dT[\d:.]+Z\ntags: .*\neditor: markdown\ndateCreated: /,
    );
  });

  step('4 the title is selected: typing replaces it', async ({ page, folder }) => {
    await page.keyboard.type('How to report');
    await page.keyboard.press('ControlOrMeta+S');
    await waitUntil(() => readFileSync(join(folder, work.newFile), 'utf8').includes('title: How to report\n'));
  });

  step('5 the error is gone', async ({ page }) => {
    const panel = await openProblems(page);
    await row(panel, work.target).waitFor({ state: 'detached' });
  });

  step('6 the tree shows the new page and opens pages', async ({ page }) => {
    const sidebar = await openSidebar(page, 'Aux Wiki');
    await row(sidebar, 'How to report').waitFor();
    await row(sidebar, 'How to report').click();
    await tab(page, newName).waitFor();
  });

  step('7 the preview shows the page as it is typed', async ({ page }) => {
    await openFile(page, `${work.folder}${work.file}`);
    await previewButton(page).click();
    const preview = await webviewWith(page, `h1:has-text("${work.heading}")`);
    await page.locator(`.tab[data-resource-name="${work.file}"]`).first().click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('\n\nWords that **were not** there before.\n');
    await preview.locator('strong', { hasText: 'were not' }).waitFor();
  });

  step('8 a snippet is inserted by its prefix', async ({ page }) => {
    await page.keyboard.type('\nwiki-warn');
    await page.keyboard.press('Control+Space');
    await row(page.locator('.suggest-widget'), 'wiki-warning').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: '{.is-warning}' }).first().waitFor();
    await (await webviewWith(page, 'blockquote.is-warning')).locator('blockquote.is-warning').last().waitFor();
  });

  step('9 a link is completed from the pages of the wiki', async ({ page, folder }) => {
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('\n\n[see](/');
    const list = page.locator('.suggest-widget');
    await row(list, '/').waitFor();
    await page.keyboard.type(work.target.slice(1, -4));
    await list.locator('.monaco-list-row.focused', { hasText: work.target }).waitFor();
    await page.keyboard.press('Enter');
    // VS Code closes the parenthesis itself or not, by what it has tokenised in time; typing it is right in both cases.
    await page.keyboard.type(')');
    await page.keyboard.press('ControlOrMeta+S');
    const file = join(folder, work.folder, work.file);
    await waitUntil(() => readFileSync(file, 'utf8').includes(`[see](${work.target})`));
  });

  step('10 a change on disk is noticed', async ({ page, folder }) => {
    writeFileSync(join(folder, 'home.md'), '---\ntitle: Home\n---\n\n[start](/no-such-start)\n');
    const problem = row(await openProblems(page), '/no-such-start');
    await problem.getByText('link/missing-page').waitFor();
  });
});

async function waitUntil(isTrue: () => boolean): Promise<void> {
  const end = Date.now() + 10_000;
  while (!isTrue()) {
    assert.ok(Date.now() < end, 'nothing happened within 10 s');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
