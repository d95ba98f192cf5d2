import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { renderPageInBlocks } from '../../server/src/render/renderPage.ts';
import { longPage } from '../support/longPage.ts';
import { createWiki } from '../support/wiki.ts';
import { type OpenPreview, openPreview } from './openPreview.ts';

let preview: OpenPreview;
before(async () => {
  preview = await openPreview();
});
after(() => preview?.close());

/** What is shown; of the names of tabs, which are those of no other tabset in the document, only that they are there. */
const contents = () =>
  preview.page.evaluate(`document.querySelector('.contents').innerHTML.replace(/aux-tab-\\d+-\\d+/g, 'aux-tab')`);

/** Marks every block that is shown; a block that is made anew loses its mark. */
const mark = () =>
  preview.page.evaluate(`document.querySelectorAll('.contents > *').forEach((e) => { e.kept = true; })`);
const kept = () =>
  preview.page.evaluate(
    `[...document.querySelectorAll('.contents > *')].filter((e) => e.kept).map((e) => e.textContent)`,
  );

const blocks = fc.array(
  fc.constantFrom(
    '<p>one</p>',
    '<p>two</p>',
    '<h2 id="a">A</h2>',
    '<h2 id="b">B</h2>',
    '<ul>\n<li>x</li>\n</ul>',
    '<blockquote><p>q</p></blockquote>',
    'text',
    '<details><summary>s</summary>d</details>',
    '<tabset><template v-slot:tabs><li>T</li></template><template v-slot:content><div class="tabset-panel">p</div></template></tabset>',
  ),
  { maxLength: 12 },
);

test('an update shows what a new preview would show, whatever was there before', async () => {
  await fc.assert(
    fc.asyncProperty(blocks, blocks, async (first, second) => {
      const lines = (all: readonly string[]) =>
        all.map((block, line) => `${block.replace(/^<(p|h2)/, `<$1 data-line="${line}"`)}\n`).join('');
      await preview.show(lines(second), { uri: 'file:///fresh.md' });
      const fresh = await contents();
      await preview.show(lines(first), { uri: 'file:///updated.md' });
      await preview.show(lines(second), { uri: 'file:///updated.md' });
      assert.equal(await contents(), fresh);
    }),
    { numRuns: 150 },
  );
});

/** Counts what an update does. Runs in the browser. */
const watch = `(() => {
  window.seen = { sanitized: 0, changed: new Set(), lines: 0 };
  DOMParser.prototype.parseFromString = (parse => function (html, type) {
    seen.sanitized += String(html).length;
    return parse.call(this, html, type);
  })(window.parse ??= DOMParser.prototype.parseFromString);
  window.watching?.disconnect();
  window.watching = new MutationObserver((records) => {
    for (const { target, attributeName, addedNodes } of records) {
      if (attributeName === 'data-line') seen.lines++;
      else if (target.closest?.('.aux-cursor') == null) {
        const nodes = target.matches?.('.contents') ? [...addedNodes] : [target];
        for (const node of nodes.filter(({ isConnected }) => isConnected)) {
          const blockOf = (node) => node.parentNode?.matches?.('.contents') ? node : node.parentNode && blockOf(node.parentNode);
          seen.changed.add(blockOf(node) ?? node);
        }
      }
    }
  });
  watching.observe(document.querySelector('.contents'), { subtree: true, childList: true, characterData: true, attributes: true });
})()`;
const seen = () =>
  preview.page.evaluate(
    `new Promise((resolve) => setTimeout(() => resolve({ ...seen, changed: seen.changed.size }), 50))`,
  ) as Promise<{ readonly sanitized: number; readonly changed: number; readonly lines: number }>;

/** A page of the engine in blocks. */
function rendered(text: string) {
  const { wiki, page } = createWiki(`--- /page.md\n${text}`);
  return renderPageInBlocks(page('page.md'), text, wiki, {}).blocks;
}

const typings: Readonly<Record<string, readonly [typed: string, most: { changed: number; lines: number }]>> = {
  'a letter': ['x', { changed: 1, lines: 0 }],
  'an opening **': ['**', { changed: 1, lines: 0 }],
  // The paragraph in two, and the white space between them.
  'a new paragraph': ['\n\n', { changed: 3, lines: 5000 }],
};
for (const [name, [typed, most]] of Object.entries(typings)) {
  test(`an update touches what has changed, however long the page is: ${name}`, async () => {
    const uri = `file:///${name}.md`;
    const text = longPage(60_000);
    const middle = text.indexOf('high, and', text.length / 2) + 5;
    await preview.show(rendered(text), { uri });
    await preview.send({ type: 'cursor', line: 500 });
    await preview.page.waitForTimeout(500);
    await preview.page.evaluate(watch);
    await preview.show(rendered(text.slice(0, middle) + typed + text.slice(middle)), { uri });
    const { sanitized, changed, lines } = await seen();
    assert.ok(sanitized > 0 && sanitized < 2000, `${sanitized} characters were sanitised`);
    assert.ok(changed > 0 && changed <= most.changed, `${changed} blocks were changed`);
    assert.ok(lines <= most.lines && lines > 0 === most.lines > 0, `${lines} lines were changed`);
  });
}

test('what stays the same is not touched, though its line changes', async () => {
  await preview.show('<p data-line="1">one</p>\n<p data-line="3">two</p>\n<h2 id="x" data-line="5">three</h2>');
  await mark();
  await preview.show(
    '<p data-line="1">one</p>\n<p data-line="3">new</p>\n<p data-line="5">two</p>\n<h2 id="x" data-line="7">three</h2>',
  );
  assert.deepEqual(await kept(), ['one', 'two', 'three']);
  assert.equal(await preview.page.evaluate(`document.querySelector('h2').dataset.line`), '7');
});

test('a message that builds on one that never came asks for the whole page', async () => {
  await preview.show('<p>a</p>', { uri: 'file:///lost.md' });
  await preview.received();
  const late = { uri: 'file:///lost.md', locked: false, visit: 1, frame: '', fragment: undefined };
  await preview.send({ ...late, type: 'show', serial: 1_000_000, isUpdate: true, changes: [] });
  assert.deepEqual(await preview.received(), [{ type: 'ready' }]);
  assert.match(String(await contents()), /<p>a<\/p>/);
});

test('a block that is typed in is changed in place', async () => {
  await preview.show('<p>a</p><p>b</p><p>c</p>');
  await mark();
  await preview.show('<p>a</p><p>bb <b>c</b></p><p>c</p>');
  assert.deepEqual(await kept(), ['a', 'bb c', 'c']);
});

test('a notice that comes or goes leaves the page alone', async () => {
  await preview.show('<p>a</p>');
  await mark();
  await preview.show('<p>a</p>', {
    notices: [{ message: 'Not imported', line: undefined }],
    tags: ['x'],
    title: 'Other',
    toc: [],
  });
  assert.deepEqual(await kept(), ['a']);
  assert.equal(await preview.page.locator('.aux-notices li').innerText(), 'Not imported');
  assert.equal(await preview.page.locator('.aux-title').innerText(), 'Other');
});

test('a notice leads to its line of the source', async () => {
  const uri = 'file:///noticed.md';
  const notices = [{ message: 'The tags are a list', line: 4 }];
  await preview.show('<p>a</p>', { uri, notices });
  await preview.received();
  await preview.page.getByRole('button', { name: 'Go to line 5' }).click();
  assert.deepEqual(
    (await preview.received()).filter(({ type }) => type === 'edit'),
    [{ type: 'edit', uri, line: 4 }],
  );
});

test('the scroll stays while typing, and begins at the top of another page', async () => {
  const page = (text: string) => `<p>${text}</p>${'<p>line</p>'.repeat(100)}`;
  await preview.show(page('a'));
  await preview.page.evaluate(`window.scrollTo(0, 500)`);
  await preview.show(page('b'));
  assert.equal(await preview.page.evaluate(`window.scrollY`), 500);
  await preview.show(page('b'), { uri: 'file:///other.md' });
  assert.equal(await preview.page.evaluate(`window.scrollY`), 0);
});

test('open details stay open while typing', async () => {
  const page = (text: string) => `<details><summary>s</summary><p>${text}</p></details><p>after</p>`;
  await preview.show(page('a'));
  await preview.page.locator('.contents summary').click();
  await preview.show(page('b'));
  assert.equal(await preview.page.evaluate(`document.querySelector('.contents details').open`), true);
  assert.equal(await preview.page.locator('.contents details p').innerText(), 'b');
});

test('a preview that was hidden comes back as it was', async () => {
  const page = `<details><summary>s</summary>d</details>${'<p>line</p>'.repeat(100)}`;
  await preview.show(page, { uri: 'file:///hidden.md' });
  await preview.page.locator('.contents summary').click();
  await preview.page.evaluate(`window.scrollTo(0, 700)`);
  await preview.reopen();
  await preview.show(page, { uri: 'file:///hidden.md' });
  assert.equal(await preview.page.evaluate(`window.scrollY`), 700);
  assert.equal(await preview.page.evaluate(`document.querySelector('.contents details').open`), true);
});
