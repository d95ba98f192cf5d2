import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type OpenPreview, openPreview } from './openPreview.ts';

let preview: OpenPreview;
before(async () => {
  preview = await openPreview();
});
after(() => preview?.close());

let pages = 0;

/** Shows a page that was not shown before. */
async function showNew(html: string): Promise<string> {
  const uri = `file:///sync${pages++}.md`;
  await preview.show(html, { uri });
  await settle();
  await preview.received();
  return uri;
}

/** Longer than the preview takes a scroll for the browser's own after a change. */
const settle = () => preview.page.waitForTimeout(200);

const lines = (from: number, to: number, style = '') =>
  Array.from(
    { length: to - from },
    (_, index) => `<p data-line="${from + index}"${style}>line ${from + index}</p>`,
  ).join('\n');

const follow = (line: number, lineCount = 200) => preview.send({ type: 'scroll', line, lineCount });
const topOf = (line: number) =>
  preview.page.evaluate(
    `Math.round(document.querySelector('[data-line="${line}"]').getBoundingClientRect().top)`,
  ) as Promise<number>;
const scrollY = () => preview.page.evaluate('window.scrollY') as Promise<number>;
const scrolls = async () =>
  (await preview.received()).flatMap((message) => (message.type === 'scroll' ? [Math.round(message.line)] : []));

test('the preview follows the editor, to the last line, and does not answer', async () => {
  await showNew(lines(5, 100));
  for (const line of [50, 7, 99, 98]) {
    await follow(line);
    assert.ok(Math.abs(await topOf(line)) <= 1, `line ${line}`);
  }
  await follow(0);
  assert.equal(await scrollY(), 0);
  await settle();
  assert.deepEqual(await scrolls(), []);
});

test('the editor is told of the line that the reader scrolls to', async () => {
  const uri = await showNew(lines(5, 100));
  await preview.page.evaluate(`document.querySelector('[data-line="40"]').scrollIntoView()`);
  await settle();
  const told = (await preview.received()).filter(({ type }) => type === 'scroll');
  assert.deepEqual(told, [{ type: 'scroll', uri, line: 40 }]);
  await preview.page.mouse.move(600, 300);
  await preview.page.mouse.wheel(0, 300);
  await settle();
  assert.ok((await scrolls()).every((line) => line > 40));
});

test('a long block is scrolled through in proportion', async () => {
  await showNew(`<pre data-line="10" style="height: 2000px">x</pre>${lines(110, 150)}`);
  await follow(60);
  const height = (await topOf(110)) - (await topOf(10));
  assert.ok(Math.abs((await topOf(10)) + height / 2) <= 1);
});

test('a line in a hidden tab, or in closed details, is at the nearest block that is shown', async () => {
  const panels = ['<p data-line="13">a</p>', '<p data-line="23">b</p>']
    .map((panel, index) => `<div class="tabset-panel" data-line="${12 + 10 * index}">${panel}</div>`)
    .join('');
  const tabset = `<tabset data-line="10"><template v-slot:tabs><li>A</li><li>B</li></template><template v-slot:content>${panels}</template></tabset>`;
  const details = '<details data-line="30"><summary data-line="31">s</summary><p data-line="40">c</p></details>';
  await showNew(`${lines(0, 10)}${tabset}${details}${lines(50, 150)}`);
  for (const [line, from, to] of [
    [11, 10, 12],
    [23, 13, 30],
    [40, 31, 50],
  ] as const) {
    await follow(line);
    assert.ok((await topOf(from)) <= 1 && (await topOf(to)) > 1, `line ${line}`);
  }
});

test('typing moves neither the page nor the editor, wherever it happens', async () => {
  const page = (above: number, below: number, word: string) =>
    `<p data-line="0">${word.repeat(above)}</p>${lines(1, 50)}<p data-line="50">${word.repeat(below)}</p>${lines(51, 99)}`;
  const uri = await showNew(page(1, 1, 'word '));
  await follow(30);
  for (const [above, below] of [
    [500, 1],
    [500, 500],
    [1, 1],
  ] as const) {
    await preview.show(page(above, below, 'word '), { uri });
    assert.ok(Math.abs(await topOf(30)) <= 1, 'after the editor was scrolled');
  }
  await settle();
  await preview.page.evaluate(`window.scrollTo(0, 777)`);
  await settle();
  assert.equal((await scrolls()).length, 1);
  const before = await topOf(40);
  for (const above of [500, 1]) {
    await preview.show(page(above, 1, 'word '), { uri });
    await settle();
    assert.ok(Math.abs((await topOf(40)) - before) <= 1, 'after the reader has scrolled');
  }
  assert.deepEqual(await scrolls(), []);
});

test('the place stays while images load above it', async () => {
  await showNew(`<div data-line="0" id="late"></div>${lines(1, 99)}`);
  await follow(30);
  await preview.page.evaluate(`document.querySelector('#late').style.height = '900px'`);
  await settle();
  assert.ok(Math.abs(await topOf(30)) <= 1);
  assert.deepEqual(await scrolls(), []);
});

test("a bar stands beside the cursor's block, and moves with it", async () => {
  const uri = await showNew(lines(5, 20));
  const bar = () =>
    preview.page.evaluate(
      `[...document.querySelectorAll('.aux-cursor')].map((bar) => Math.round(bar.getBoundingClientRect().top))`,
    );
  assert.deepEqual(await bar(), []);
  await preview.send({ type: 'cursor', line: 8 });
  assert.deepEqual(await bar(), [await topOf(8)]);
  await preview.show(lines(6, 20), { uri });
  assert.deepEqual(await bar(), [await topOf(8)]);
  await preview.send({ type: 'cursor', line: 2 });
  assert.deepEqual(await bar(), []);
});

test('a double click leads to the source, but where clicks mean something else', async () => {
  const tabset =
    '<tabset><template v-slot:tabs><li>Tab</li></template><template v-slot:content><div class="tabset-panel" data-line="3"><p data-line="4">panel</p></div></template></tabset>';
  const uri = await showNew(
    `${lines(0, 3)}${tabset}<p data-line="6"><a href="/x">link</a> and <em>words</em></p>
<table data-line="8"><tbody><tr data-line="10"><td>cell</td></tr></tbody></table><details data-line="12"><summary data-line="13">sum</summary></details>`,
  );
  const opened = async (selector: string) => {
    await preview.page.locator(selector).dblclick();
    return (await preview.received()).flatMap((message) => (message.type === 'edit' ? [message] : []));
  };
  for (const [selector, line] of [
    ['.contents > [data-line="1"]', 1],
    ['.contents em', 6],
    ['.contents td', 10],
    ['[role=tabpanel] p', 4],
  ] as const) {
    assert.deepEqual(await opened(selector), [{ type: 'edit', uri, line }], selector);
  }
  for (const selector of ['.contents a', '[role=tab]', '.contents summary', '.aux-title']) {
    assert.deepEqual(await opened(selector), [], selector);
  }
});

test('going back and forward finds the place, the tab and the details that the reader left', async () => {
  const page = `<details><summary>s</summary>d</details>${lines(0, 100)}`;
  const visit = (uri: string, number: number) => preview.show(page, { uri: `file:///${uri}.md`, visit: number });
  await visit('back', 100);
  await preview.page.locator('.contents summary').click();
  await preview.page.evaluate('window.scrollTo(0, 700)');
  await visit('forward', 101);
  assert.equal(await scrollY(), 0);
  await preview.page.evaluate('window.scrollTo(0, 300)');
  await visit('back', 100);
  assert.equal(await scrollY(), 700);
  assert.equal(await preview.page.evaluate(`document.querySelector('.contents details').open`), true);
  await visit('forward', 101);
  assert.equal(await scrollY(), 300);
  await visit('back', 102);
  assert.equal(await scrollY(), 0);
});

test('after a jump to a heading the editor is told of its line, though some room is left above it', async () => {
  const heading = '<h2 id="far" data-line="40" style="scroll-margin-top: 30px">far</h2>';
  await showNew(`<p data-line="4"><a href="#far">go</a></p>${lines(5, 40)}${heading}${lines(41, 200)}`);
  await preview.page.locator('.contents a', { hasText: 'go' }).click();
  await settle();
  assert.deepEqual(await scrolls(), [40]);
  assert.equal(await topOf(40), 30);
  await preview.page.evaluate('window.scrollTo(0, 0)');
  await settle();
  await preview.received();
  await preview.send({ type: 'reveal', fragment: 'far' });
  await settle();
  assert.deepEqual(await scrolls(), [40]);
});
