import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './embedded/paths.ts';
import { openSession, type Session, screenshotFile } from './user/session.ts';
import {
  goToText,
  openFile,
  openQuickFix,
  openSidebar,
  previewButton,
  row,
  runCommand,
  webviewWith,
} from './user/workbench.ts';
import { packageExtension } from './vsix.ts';

const themes = { dark: 'Default Dark Modern', light: 'Default Light Modern' };
const previewThemes = { ...themes, 'high-contrast': 'Default High Contrast' };
const exampleWiki = join(projectRoot, 'examples/wiki');
/** The wiki that the extension was made for, where it lies beside the project. */
const realWiki = join(projectRoot, '../shared/corpora/aux-wiki');

/** A page in the preview, with something on it that is there once all is drawn. */
interface Scene {
  readonly name: string;
  readonly wiki: string;
  readonly file: string;
  readonly shows: string;
  /** The themes whose picture the README shows. */
  readonly inReadme: readonly string[];
}

const scenes: readonly Scene[] = [
  { name: 'home', wiki: realWiki, file: 'home.md', shows: 'h1', inReadme: [] },
  { name: 'tabs', wiki: exampleWiki, file: 'care/water.md', shows: '.aux-tabset', inReadme: ['dark'] },
  { name: 'diagrams', wiki: exampleWiki, file: 'reference/diagrams.md', shows: '.mermaid svg', inReadme: ['light'] },
];

/** A page of the example wiki, and what it is given to show: a link that leads nowhere. */
const file = 'getting-started.md';
const deadLink = '/care/shopping';
const sentence = 'and something to measure with.';

/**
 * Makes the pictures of the README, in `docs/images`, each in a dark and in a light theme, and pictures of the preview to
 * be looked at, in `out/screenshots`, in high contrast too.
 */
export async function makeScreenshots(): Promise<void> {
  const vsix = await packageExtension();
  for (const [name, theme] of Object.entries(previewThemes)) {
    for (const scene of scenes.filter(({ wiki }) => existsSync(wiki))) await takePreview(scene, vsix, name, theme);
  }
  for (const [name, theme] of Object.entries(themes)) {
    const session = await openSession({
      wiki: exampleWiki,
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

async function takePreview(scene: Scene, vsix: string, name: string, theme: string): Promise<void> {
  const settings = { 'workbench.colorTheme': theme };
  const session = await openSession({ wiki: scene.wiki, vsix, size: { width: 1280, height: 900 }, settings });
  try {
    const { page } = session;
    await openFile(page, scene.file);
    await previewButton(page).waitFor();
    await page.keyboard.press('ControlOrMeta+B');
    await runCommand(page, 'Aux Wiki: Open Wiki Preview');
    await webviewWith(page, scene.shows);
    await page.waitForTimeout(1500);
    await page.screenshot({ path: screenshotFile(`preview-${scene.name}-${name}`) });
    if (!scene.inReadme.includes(name)) return;
    await page.screenshot({ path: join(projectRoot, `docs/images/preview-${scene.name}-${name}.png`) });
  } finally {
    await session.close();
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
