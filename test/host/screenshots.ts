import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './embedded/paths.ts';
import { openSession, type Session } from './user/session.ts';
import { goToText, openFile, openQuickFix, openSidebar, previewButton, row, webviewWith } from './user/workbench.ts';
import { packageExtension } from './vsix.ts';

const themes = { dark: 'Default Dark Modern', light: 'Default Light Modern' };
/** A page of the example wiki, and what it is given to show: a link that leads nowhere. */
const file = 'getting-started.md';
const deadLink = '/care/shopping';
const sentence = 'and something to measure with.';

/** Makes the pictures of the README, in `docs/images`, each in a dark and in a light theme. */
export async function makeScreenshots(): Promise<void> {
  const vsix = await packageExtension();
  for (const [name, theme] of Object.entries(themes)) {
    const session = await openSession({
      wiki: join(projectRoot, 'examples/wiki'),
      vsix,
      size: { width: 1280, height: 760 },
      settings: {
        'workbench.colorTheme': theme,
        'editor.minimap.enabled': false,
        'breadcrumbs.enabled': false,
        'workbench.editor.showTabs': 'multiple',
      },
    });
    try {
      await takePictures(session, name);
    } finally {
      await session.close();
    }
  }
}

async function takePictures({ page, folder }: Session, theme: string): Promise<void> {
  const images = join(projectRoot, 'docs/images');
  mkdirSync(images, { recursive: true });
  const take = (name: string) => page.screenshot({ path: join(images, `${name}-${theme}.png`) });

  const path = join(folder, file);
  writeFileSync(path, readFileSync(path, 'utf8').replace(sentence, `${sentence} See [what to buy](${deadLink}).`));
  const tree = await openSidebar(page, 'Aux Wiki');
  await row(tree, 'Getting started').waitFor();
  await openFile(page, file);
  await previewButton(page).click();
  await webviewWith(page, 'h1:has-text("Getting started")');
  await page.locator(`.tab[data-resource-name="${file}"]`).first().click();
  await page.locator('.squiggly-error').first().waitFor();
  await page.waitForTimeout(1000);
  await take('overview');

  await goToText(page, deadLink);
  await openQuickFix(page, /^Create /);
  await page.waitForTimeout(500);
  await take('quick-fix');
  await page.keyboard.press('Escape');

  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('\nBack [home](/');
  await row(page.locator('.suggest-widget'), '/').waitFor();
  await page.waitForTimeout(500);
  await take('completion');
}
