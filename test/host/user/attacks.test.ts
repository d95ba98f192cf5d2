import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Frame, Response } from 'playwright-core';
import { attacks, attacksFolder, greetingOf } from '../../support/attacks.ts';
import { projectRoot } from '../embedded/paths.ts';
import { createScratch } from '../embedded/scratch.ts';
import { packageExtension } from '../vsix.ts';
import { openSession, type Session, screenshotFile } from './session.ts';
import { openFile, previewButton, webviewWith } from './workbench.ts';

const settingsFile = join(attacksFolder, '.aux-wiki.yml');

describe('a hostile wiki in VS Code', { timeout: 200_000 }, () => {
  const scratch = createScratch();
  const wiki = join(scratch.folder, 'wiki');
  /** What has come to the only place outside that the attacks know. */
  const arrivals: string[] = [];
  /** What the browser was given, beside what VS Code is made of. */
  const responses: Response[] = [];
  let outside: Server;
  let session: Session;
  /** How many frames the workbench has with nothing but the preview in it. */
  let frames = 0;

  before(async () => {
    outside = createServer((request, response) => {
      arrivals.push(request.url ?? '');
      response.setHeader('Access-Control-Allow-Origin', '*').end('ran = 1');
    });
    await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve));
    const address = outside.address();
    const host = `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    const secret = join(scratch.folder, 'outside');
    cpSync(join(projectRoot, 'test/fixtures/outside'), secret, { recursive: true });
    cpSync(attacksFolder, wiki, { recursive: true });
    rmSync(join(wiki, '.aux-wiki.yml'));
    for (const file of readdirSync(wiki)) {
      const text = readFileSync(join(wiki, file), 'utf8');
      writeFileSync(
        join(wiki, file),
        text.replaceAll('outside.test', host).replaceAll('/outside-of-wiki', secret).replaceAll('/wiki-folder', wiki),
      );
    }
    const links = attacks.map(({ name }) => `- [${name}](/${name})`).join('\n');
    writeFileSync(join(wiki, 'home.md'), `---\ntitle: All attacks\n---\n\nChoose one.\n\n${links}\n`);
    session = await openSession({
      wiki,
      vsix: await packageExtension(),
      // Pictures of other servers are the reader's choice; here every request is one too many.
      settings: { 'auxWiki.preview.remoteImages': false },
    });
    session.page.on('response', (response) => responses.push(response));
    await openFile(session.page, 'home.md');
    await previewButton(session.page).click();
    await webviewWith(session.page, '.aux-title:has-text("All attacks")');
    frames = session.page.frames().length;
    session.page.setDefaultTimeout(5000);
  });
  after(async () => {
    outside?.closeAllConnections();
    outside?.close();
    await session?.close();
    scratch.remove();
  });

  /** Shows an attack by its link on the first page, does there what an attack may wait for, and goes back. */
  async function visit(name: string, greeting: string): Promise<void> {
    const { page } = session;
    const preview = await webviewWith(page, '.aux-title');
    await preview.locator('.contents a', { hasText: new RegExp(`^${name}$`) }).dispatchEvent('click');
    await preview.locator('.contents', { hasText: greeting }).waitFor({ state: 'attached' });
    await preview.evaluate(provoke);
    await page.waitForTimeout(100);
    assert.deepEqual(await harm(preview), []);
    await goHome();
  }

  async function goHome(): Promise<void> {
    const preview = await webviewWith(session.page, '.aux-title');
    await preview.evaluate(goBack);
    await preview.locator('.aux-title', { hasText: 'All attacks' }).waitFor();
  }

  /** Everything that an attack could have brought about. */
  async function harm(preview: Frame): Promise<string[]> {
    const { page } = session;
    const around = [preview, preview.parentFrame(), page.mainFrame()].filter((frame) => frame !== null);
    const ran = await Promise.all(
      around.map((frame) => frame.evaluate(`typeof ran !== 'undefined' || document.title === 'ran'`)),
    );
    const secrets = await preview.evaluate(
      `[...document.images].filter((image) => image.naturalWidth === 4321).map((image) => image.outerHTML)`,
    );
    const dialogs = await page.locator('.monaco-dialog-box').allInnerTexts();
    const untitled = await page.locator('.tab[data-resource-name^="Untitled"], .terminal-wrapper').count();
    return [
      ...(ran.includes(true) ? ['something ran'] : []),
      ...(page.frames().length === frames ? [] : [`${page.frames().length} frames`]),
      ...(page.context().pages().length === 1 ? [] : ['a window was opened']),
      ...(untitled === 0 ? [] : ['a command was executed']),
      ...dialogs,
      ...arrivals.map((url) => `a request for ${url}`),
      ...(Array.isArray(secrets) ? secrets.map(String) : []),
    ];
  }

  for (const kind of ['safe', 'hostile'] as const) {
    test(`nothing runs, nothing leaves, and every page is shown, with ${kind} settings`, {
      timeout: 90_000,
    }, async () => {
      if (kind === 'hostile') {
        cpSync(settingsFile, join(session.folder, '.aux-wiki.yml'));
        // Longer than VS Code takes to see that a file has changed, and the server to read it.
        await session.page.waitForTimeout(2000);
      }
      const failures: string[] = [];
      for (const attack of attacks) {
        await visit(attack.name, greetingOf(attack)).catch(async (error: Error) => {
          await goHome();
          failures.push(`${attack.name}: ${error.message}`);
        });
      }
      await session.page.screenshot({ path: screenshotFile(`attacks-${kind}`) });
      assert.deepEqual(failures, []);
    });
  }

  test('no file outside of the wiki was served', async () => {
    const served = responses.filter((response) => response.ok() && /secret|passwd/.test(response.url()));
    assert.deepEqual(
      served.map((response) => response.url()),
      [],
    );
    const hosts = new Set(responses.map((response) => new URL(response.url()).hostname));
    assert.deepEqual(
      [...hosts].filter((host) => !/^$|^localhost$|\.vscode-cdn\.net$/.test(host)),
      [],
    );
  });
});

const goBack = `document.body.dispatchEvent(new MouseEvent('mouseup', { button: 3, bubbles: true }))`;
/** Clicks and points at everything but what leads to another page or file, or to a server, which VS Code rightly asks about. */
const provoke = `for (const element of document.querySelectorAll('.contents :is(a, area, button, summary, input, p, form, svg, [tabindex])')) {
  if (/^(?:https?:)?\\//.test(element.getAttribute('href') ?? '')) continue;
  for (const type of ['pointerenter', 'mouseover', 'focus', 'click', 'auxclick']) {
    element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, composed: true }));
  }
}`;
