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
    const toc = [{ title: 'One', anchor: '#one', children: [] }];
    const tabset = `<tabset><template v-slot:tabs><li>A</li><li>B</li></template><template v-slot:content><div class="tabset-panel">a</div><div class="tabset-panel">b</div></template></tabset>`;
    await preview.show(`<h2 id="one">One</h2><p><a href="/x">link</a></p>${tabset}<p><a href="/y">last</a></p>`, {
      uri: 'file:///order.md',
      toc,
    });
    const order: unknown[] = [];
    for (let step = 0; step < 6; step++) {
      await preview.page.keyboard.press('Tab');
      order.push(await preview.page.evaluate(`document.activeElement.textContent.trim()`));
    }
    assert.deepEqual(order, ['Page contents', 'One', 'link', 'A', 'a', 'last']);
  });
});
