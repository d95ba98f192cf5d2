import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { projectRoot } from '../embedded/paths.ts';
import { packageExtension } from '../vsix.ts';
import { openSession, type Session, screenshotFile, writeWorkspaceSettings } from './session.ts';
import { openFile, previewButton, webviewWith } from './workbench.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** VS Code's own themes, and the class by which each is known to have arrived in the preview. */
const themes = {
  'Default Light Modern': 'vscode-light',
  'Default Dark Modern': 'vscode-dark',
  'Default High Contrast': 'vscode-high-contrast',
  'Default High Contrast Light': 'vscode-high-contrast-light',
} as const;

/** Pages of the example wiki that hold, together, all of its syntax; with something that is there once all is drawn. */
const pages = {
  'home.md': '.grid-list',
  'mistakes.md': '.aux-notices:not([hidden])',
  'getting-started.md': 'blockquote.is-warning',
  'reference/formatting.md': 'code .token.keyword',
  'reference/diagrams.md': '.mermaid > svg',
  'care/water.md': '.aux-tabset',
} as const;

describe('the preview for everybody, in the colours of VS Code', { timeout: 300_000 }, () => {
  let session: Session;
  before(async () => {
    session = await openSession({ wiki: join(projectRoot, 'examples/wiki'), vsix: await packageExtension() });
    await openFile(session.page, 'home.md');
    await previewButton(session.page).click();
  });
  after(() => session?.close());

  for (const [theme, name] of Object.entries(themes)) {
    test(`axe finds nothing in the example wiki, in ${theme}`, { timeout: 120_000 }, async () => {
      const { page } = session;
      writeWorkspaceSettings(session, { 'workbench.colorTheme': theme });
      const found: string[] = [];
      for (const [file, shown] of Object.entries(pages)) {
        await openFile(page, file);
        const preview = await webviewWith(page, `body.${name} ${shown}`);
        // What scrolls by itself becomes a tab stop a moment after it is shown.
        await page.waitForTimeout(500);
        await preview.evaluate(axe);
        const violations = await preview.evaluate(
          `axe.run().then(({ violations }) => violations.map(({ id, nodes }) =>
            id + ': ' + nodes.map(({ html, failureSummary }) => html.slice(0, 100) + ' ' + failureSummary).join(' | ').slice(0, 600)))`,
        );
        if (Array.isArray(violations)) found.push(...violations.map((violation) => `${file} ${violation}`));
      }
      await page.screenshot({ path: screenshotFile(`accessibility-${name}`) });
      assert.deepEqual(found, []);
    });
  }
});
