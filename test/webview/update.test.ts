import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { type OpenPreview, openPreview } from './openPreview.ts';

let preview: OpenPreview;
before(async () => {
  preview = await openPreview();
});
after(() => preview?.close());

const contents = () => preview.page.evaluate(`document.querySelector('.contents').innerHTML`);

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

test('what stays the same is not touched, though its line changes', async () => {
  await preview.show('<p data-line="1">one</p>\n<p data-line="3">two</p>\n<h2 id="x" data-line="5">three</h2>');
  await mark();
  await preview.show(
    '<p data-line="1">one</p>\n<p data-line="3">new</p>\n<p data-line="5">two</p>\n<h2 id="x" data-line="7">three</h2>',
  );
  assert.deepEqual(await kept(), ['one', 'two', 'three']);
  assert.equal(await preview.page.evaluate(`document.querySelector('h2').dataset.line`), '7');
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
