import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { renderPage } from '../../server/src/render/renderPage.ts';
import { projectRoot } from '../host/embedded/paths.ts';
import { createWiki } from '../support/wiki.ts';
import { type OpenPreview, openPreview } from './openPreview.ts';

const folder = join(projectRoot, 'examples/wiki');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.(?:md|html|yml)$/.test(file),
);
const { wiki, page, text } = createWiki(
  files.map((file) => `--- /${file.replaceAll('\\', '/')}\n${readFileSync(join(folder, file), 'utf8')}`).join('\n'),
);
/** Colours of VS Code's own themes, as far as text is written in them. */
const themes = {
  'vscode-light': {
    foreground: '#3b3b3b',
    'editor-background': '#ffffff',
    'textLink-foreground': '#005fb8',
    descriptionForeground: '#3b3b3b',
    'badge-background': '#cccccc',
    'badge-foreground': '#3b3b3b',
  },
  'vscode-dark': {
    foreground: '#cccccc',
    'editor-background': '#1f1f1f',
    'textLink-foreground': '#4daafc',
    descriptionForeground: '#9d9d9d',
    'badge-background': '#616161',
    'badge-foreground': '#f8f8f8',
  },
  'vscode-high-contrast': {
    foreground: '#ffffff',
    'editor-background': '#000000',
    'textLink-foreground': '#21a6ff',
    descriptionForeground: '#ffffff',
    'badge-background': '#000000',
    'badge-foreground': '#ffffff',
    contrastBorder: '#6fc3df',
  },
} as const;

describe('the preview for everybody', () => {
  let preview: OpenPreview;
  before(async () => {
    preview = await openPreview();
    await preview.page.addScriptTag({
      content: readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
    });
  });
  after(() => preview?.close());

  async function show(file: string): Promise<void> {
    const shown = page(file);
    const { html, toc } = renderPage(shown, text(file), wiki, { sourceLines: true });
    const { title, description, tags, address } = shown;
    await preview.show(html, { ...address, uri: `file:///wiki/${file}`, title, description, tags, toc });
  }

  for (const [theme, colours] of Object.entries(themes)) {
    test(`axe finds nothing in any page of the example wiki, in ${theme}`, async () => {
      const variables = Object.entries(colours).map(([name, colour]) => `--vscode-${name}: ${colour}`);
      const style = `${variables.join('; ')}; color: ${colours.foreground}; background: ${colours['editor-background']}`;
      await preview.page.evaluate(`document.documentElement.style.cssText = ${JSON.stringify(style)};
        document.body.className = ${JSON.stringify(theme)}`);
      const found: string[] = [];
      for (const file of [...wiki.pages()].map((shown) => shown.file)) {
        await show(file);
        const violations = await preview.page.evaluate(
          `axe.run().then((result) => result.violations.map((v) => v.id + ' ' + v.nodes.map((node) => node.html.slice(0, 150)).join(' | ').slice(0, 500)))`,
        );
        if (Array.isArray(violations)) found.push(...violations.map((violation) => `${file}: ${violation}`));
      }
      assert.deepEqual(found, []);
    });
  }

  test('Tab goes through contents, links and tabs in the order in which they are seen', async () => {
    await preview.reopen();
    const toc = [{ title: 'One', anchor: '#one', children: [] }];
    const tabset = `<tabset><template v-slot:tabs><li>A</li><li>B</li></template><template v-slot:content><div class="tabset-panel">a</div><div class="tabset-panel">b</div></template></tabset>`;
    await preview.show(`<h2 id="one">One</h2><p><a href="/x">link</a></p>${tabset}<p><a href="/y">last</a></p>`, {
      uri: 'file:///order.md',
      toc,
    });
    const order: unknown[] = [];
    for (let step = 0; step < 7; step++) {
      await preview.page.keyboard.press('Tab');
      order.push(await focused());
    }
    assert.deepEqual(order, ['Skip to the page', 'Page contents', 'One', 'link', 'A', 'a', 'last']);
  });

  test('the first Tab shows a link that leads over all else to the page', async () => {
    await preview.reopen();
    const toc = [{ title: 'One', anchor: '#one', children: [] }];
    await preview.show(`<h2 id="one">One</h2><p><a href="/x">first link</a></p>`, { uri: 'file:///skip.md', toc });
    const link = preview.page.locator('.aux-skip');
    assert.ok(((await link.boundingBox())?.width ?? 0) <= 1, 'not seen before');
    await preview.page.keyboard.press('Tab');
    assert.ok(((await link.boundingBox())?.width ?? 0) > 50, 'seen with the focus');
    await preview.page.keyboard.press('Enter');
    await preview.page.keyboard.press('Tab');
    assert.equal(await focused(), 'first link');
  });

  test('a page that a reader has gone to begins at its title; going back, the focus is on the link that was left', async () => {
    const first = '<p><a href="/x">one</a> <a href="/second">two</a></p>';
    await preview.show(first, { uri: 'file:///first.md', visit: 1 });
    await preview.page.locator('.contents a', { hasText: 'two' }).focus();
    await preview.show('<p><a href="/y">next</a></p>', { uri: 'file:///second.md', visit: 2, title: 'Second' });
    assert.equal(await focused(), 'Second');
    await preview.page.keyboard.press('Tab');
    assert.equal(await focused(), 'next');
    await preview.show(first, { uri: 'file:///first.md', visit: 1 });
    assert.equal(await focused(), 'two');
  });

  test('a link within the page takes the focus along', async () => {
    const page = '<p><a href="#far">go</a></p><h2 id="far">far</h2><p><a href="/after">after</a></p>';
    await preview.show(page, { uri: 'file:///within.md' });
    await preview.page.locator('.contents a', { hasText: 'go' }).focus();
    await preview.page.keyboard.press('Enter');
    assert.equal(await focused(), 'far');
    await preview.page.keyboard.press('Tab');
    assert.equal(await focused(), 'after');
  });

  test('a footnote is gone to and left by keyboard', async () => {
    const page = `<p>x<sup class="footnote-ref"><a href="#fn1" id="fnref1">[1]</a></sup></p>${'<p>line</p>'.repeat(50)}
<section class="footnotes"><ol><li id="fn1" class="footnote-item"><p>Note <a href="#fnref1" class="footnote-backref">back</a></p></li></ol></section>`;
    await preview.show(page, { uri: 'file:///footnote.md' });
    await preview.page.locator('#fnref1').focus();
    await preview.page.keyboard.press('Enter');
    assert.ok(await preview.page.evaluate(`document.activeElement.id === 'fn1' && window.scrollY > 0`));
    await preview.page.keyboard.press('Tab');
    assert.equal(await focused(), 'back');
    await preview.page.keyboard.press('Enter');
    assert.equal(await preview.page.evaluate(`document.activeElement.id`), 'fnref1');
  });

  test('an update leaves the focus where it is, also where its element is made anew', async () => {
    const page = (before: string, text: string) => `<p>${before}</p><p><a href="/x">${text}</a></p><p>after</p>`;
    await preview.show(page('a', 'link'), { uri: 'file:///focus.md' });
    await preview.page.locator('.contents a').focus();
    await preview.show(page('b', 'link'), { uri: 'file:///focus.md' });
    assert.equal(await focused(), 'link');
    await preview.show(page('<b>c</b>', 'other'), { uri: 'file:///focus.md' });
    assert.equal(await focused(), 'other');
    await preview.show('<p>c</p><ul><li><a href="/x">new</a></li></ul>', { uri: 'file:///focus.md' });
    assert.equal(await focused(), 'new');
  });

  test('another page is said to who is elsewhere in VS Code, and the focus stays there', async () => {
    await preview.show('<p><a href="/x">one</a></p>', { uri: 'file:///said-1.md', title: 'One' });
    await preview.page.locator('.contents a').focus();
    await preview.page.evaluate(`document.hasFocus = () => false; document.activeElement.blur()`);
    try {
      await preview.show('<p>a</p>', { uri: 'file:///said-2.md', title: 'Two' });
      assert.equal(await said(), 'Two');
      assert.equal(await preview.page.evaluate(`document.activeElement === document.body`), true);
      await preview.show('<p>b</p>', { uri: 'file:///said-2.md', title: 'Two' });
      const shell = { serial: 1, isUpdate: false, changes: [], frame: nothing };
      await preview.send({ type: 'show', uri: 'file:///gone.md', locked: false, visit: 9, ...shell });
      assert.equal(await said(), 'gone.md is not a page of a wiki.');
    } finally {
      await preview.page.evaluate(`delete document.hasFocus`);
    }
  });

  const focused = () => preview.page.evaluate(`document.activeElement.textContent.trim()`);
  const nothing = '<main class="aux-empty"><p>gone.md is not a page of a wiki.</p></main>';

  /** What the polite region says, once it says something. */
  async function said(): Promise<string> {
    const region = preview.page.locator('[role=status]');
    await preview.page.waitForFunction(`document.querySelector('[role=status]').textContent !== ''`);
    return (await region.textContent()) ?? '';
  }
});
