import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { attacks, attacksFolder, greetingOf } from '../../support/attacks.ts';
import { type HostileWiki, openHostileWiki } from './hostileWiki.ts';
import { screenshotFile } from './session.ts';
import { openFile, webviewWith } from './workbench.ts';

const settingsFile = join(attacksFolder, '.aux-wiki.yml');

describe('a hostile wiki in VS Code', { timeout: 200_000 }, () => {
  let hostile: HostileWiki;
  before(async () => {
    hostile = await openHostileWiki({ settings: { 'auxWiki.preview.remoteImages': false } });
  });
  after(() => hostile?.close());

  for (const kind of ['safe', 'hostile'] as const) {
    test(`nothing runs, nothing leaves, and every page is shown, with ${kind} settings`, {
      timeout: 90_000,
    }, async () => {
      if (kind === 'hostile') await makeSettingsHostile(hostile);
      assert.deepEqual(await failuresOf(hostile, visit), []);
      await hostile.session.page.screenshot({ path: screenshotFile(`attacks-${kind}`) });
    });
  }

  test('a page behind a symbolic link that leads out of the wiki is no page', { timeout: 30_000 }, async () => {
    const preview = await showAttack(hostile, 'symbolic-link', 'Here is symbolic-link.');
    const link = preview.locator('.contents a', { hasText: 'the page' });
    assert.match((await link.getAttribute('class')) ?? '', /\bis-invalid-page\b/);
    assert.equal(await preview.locator('.contents .missing-image', { hasText: '/linked-file.svg' }).count(), 1);
    await goHome(hostile);
  });

  test('no file outside of the wiki was served', () => assertNothingServed(hostile));
});

describe('a hostile wiki whose reader wants remote images', { timeout: 200_000 }, () => {
  let hostile: HostileWiki;
  before(async () => {
    hostile = await openHostileWiki({ loadsImages: true });
  });
  after(() => hostile?.close());

  test('images are asked for, nothing runs, and nothing else leaves', { timeout: 120_000 }, async () => {
    await makeSettingsHostile(hostile);
    assert.deepEqual(await failuresOf(hostile, visit), []);
    const fetched = hostile.fetched();
    assert.ok(fetched.includes('GET /markdown.png'), fetched.join(', '));
    assertNothingServed(hostile);
  });
});

describe('a hostile wiki in Restricted Mode', { timeout: 300_000 }, () => {
  let hostile: HostileWiki;
  before(async () => {
    hostile = await openHostileWiki({ isRestricted: true });
  });
  after(() => hostile?.close());

  test('nothing runs, nothing leaves, and every page is shown', { timeout: 240_000 }, async () => {
    await makeSettingsHostile(hostile);
    // VS Code takes a file with this character for no text and opens no editor that the preview could follow.
    const openable = attacks.filter(({ text }) => !text.includes('\0'));
    const visitInEditor: Visit = async ({ session, harm }, name, greeting) => {
      const { page } = session;
      await openFile(page, openable.find((attack) => attack.name === name)?.file ?? name);
      const preview = await webviewWith(page, `.contents:has-text("${greeting}")`, 5000);
      await preview.locator('.contents :is(a, button, summary, input)').evaluateAll(clickAll);
      assert.deepEqual(await harm(preview), []);
    };
    const failures = await failuresOf(hostile, visitInEditor, openable);
    await hostile.session.page.screenshot({ path: screenshotFile('attacks-restricted') });
    assert.deepEqual(failures, []);
    assertNothingServed(hostile);
  });
});

/** Turns off whatever a wiki's own settings can turn off. */
async function makeSettingsHostile({ session }: HostileWiki): Promise<void> {
  cpSync(settingsFile, join(session.folder, '.aux-wiki.yml'));
  // Longer than VS Code takes to see that a file has changed, and the server to read it.
  await session.page.waitForTimeout(2000);
}

type Visit = (hostile: HostileWiki, name: string, greeting: string) => Promise<void>;

/** Visits every attack; gives back what went wrong with which. */
async function failuresOf(hostile: HostileWiki, visitOne: Visit, visited = attacks): Promise<string[]> {
  const failures: string[] = [];
  for (const attack of visited) {
    await visitOne(hostile, attack.name, greetingOf(attack)).catch((error: Error) => {
      failures.push(`${attack.name}: ${error.message}`);
    });
  }
  return failures;
}

/** Shows an attack by its link on the first page, does there what an attack may wait for, and goes back. */
async function visit(hostile: HostileWiki, name: string, greeting: string): Promise<void> {
  try {
    const preview = await showAttack(hostile, name, greeting);
    await preview.evaluate(provoke);
    await hostile.session.page.waitForTimeout(100);
    assert.deepEqual(await hostile.harm(preview), []);
  } finally {
    await goHome(hostile);
  }
}

async function showAttack({ session }: HostileWiki, name: string, greeting: string) {
  const preview = await webviewWith(session.page, '.aux-title');
  await preview.locator('.contents a', { hasText: new RegExp(`^${name}$`) }).dispatchEvent('click');
  await preview.locator('.contents', { hasText: greeting }).waitFor({ state: 'attached' });
  return preview;
}

async function goHome({ session }: HostileWiki): Promise<void> {
  const preview = await webviewWith(session.page, '.aux-title');
  await preview.evaluate(goBack);
  await preview.locator('.aux-title', { hasText: 'All attacks' }).waitFor();
}

/** No file outside of the wiki, and nothing from elsewhere than VS Code, but for images of the place that the attacks know. */
function assertNothingServed({ responses }: HostileWiki): void {
  const served = responses.filter((response) => response.ok() && /secret|passwd/.test(response.url()));
  assert.deepEqual(
    served.map((response) => response.url()),
    [],
  );
  const hosts = new Set(responses.map((response) => new URL(response.url()).hostname));
  assert.deepEqual(
    [...hosts].filter((host) => !/^$|^localhost$|^127\.0\.0\.1$|\.vscode-cdn\.net$/.test(host)),
    [],
  );
}

const clickAll = `(elements) => elements.forEach((element) => element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })))`;
const goBack = `document.body.dispatchEvent(new MouseEvent('mouseup', { button: 3, bubbles: true }))`;
/** Clicks and points at everything but what leads to another page or file, or to a server, which VS Code rightly asks about. */
const provoke = `for (const element of document.querySelectorAll('.contents :is(a, area, button, summary, input, p, form, svg, [tabindex])')) {
  if (/^(?:https?:)?\\//.test(element.getAttribute('href') ?? '')) continue;
  for (const type of ['pointerenter', 'mouseover', 'focus', 'click', 'auxclick']) {
    element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, composed: true }));
  }
}`;
