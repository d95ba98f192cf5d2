import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { renderPage } from '../../server/src/render/renderPage.ts';
import { longPage } from '../support/longPage.ts';
import { sharedTest } from '../support/shared.ts';
import { createWiki } from '../support/wiki.ts';
import { type OpenPreview, openPreview } from './openPreview.ts';

let preview: OpenPreview;
before(async () => {
  preview = await openPreview();
});
after(() => preview?.close());

/** What went wrong, in words, and how many lines and blocks were tried. */
interface Measured {
  readonly lines: number;
  readonly blocks: number;
  readonly wrong: readonly string[];
}

/**
 * Scrolls the editor to every line and looks which block is at the preview's top; then scrolls the preview to every block and
 * looks which line the editor is told. Runs in the browser; blocks that begin at the same height are as good as each other.
 */
const measure = (lineCount: number) => `(async () => {
  const settle = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const frames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const sent = async (message) => {
    const heard = new Promise((resolve) => addEventListener('message', resolve, { once: true }));
    postMessage(message, origin);
    await heard;
  };
  await settle(200);
  api.posted.length = 0;
  const blocks = [...document.querySelectorAll('.contents [data-line]')].filter((block) => block.checkVisibility());
  const lineOf = (block) => Number(block.dataset.line);
  const topOf = (block) => block.getBoundingClientRect().top;
  const blockOfLine = (line) => blocks.reduce((found, block) =>
    lineOf(block) <= line && (!found || lineOf(block) > lineOf(found)) ? block : found, undefined);
  const blockAtTop = () => blocks.reduce((found, block) =>
    topOf(block) <= 1 && (!found || topOf(block) > topOf(found)) ? block : found, undefined);
  const isSame = (one, other) => one && other && Math.abs(topOf(one) - topOf(other)) <= 1;
  const wrong = [];
  let lines = 0;
  for (let line = Math.min(...blocks.map(lineOf)); line < ${lineCount}; line++) {
    await sent({ type: 'scroll', line, lineCount: ${lineCount} });
    lines++;
    const found = blockAtTop();
    if (!isSame(found, blockOfLine(line))) wrong.push('line ' + line + ' shows the block of ' + (found && lineOf(found)));
  }
  await settle(200);
  await frames();
  const echoes = api.posted.filter(({ type }) => type === 'scroll').length;
  if (echoes > 0) wrong.push(echoes + ' echoes');
  for (const block of blocks) {
    scrollTo(0, 0);
    await frames();
    api.posted.length = 0;
    scrollTo(0, Math.ceil(topOf(block) + scrollY));
    await frames();
    await frames();
    const told = api.posted.filter(({ type }) => type === 'scroll').at(-1);
    if (!told || !isSame(blockOfLine(told.line), block)) {
      wrong.push('the block of ' + lineOf(block) + ' tells the editor of ' + (told && told.line));
    }
  }
  return { lines, blocks: blocks.length, wrong };
})()`;

async function check(name: string, text: string): Promise<void> {
  const { wiki, page, text: textOf } = createWiki(`--- /page.md\n${text}`);
  const { html } = renderPage(page('page.md'), textOf('page.md'), wiki, { sourceLines: true });
  await preview.show(html, { uri: `file:///${name}.md` });
  const { lines, blocks, wrong } = (await preview.page.evaluate(measure(lineCountOf(text)))) as Measured;
  console.log(`${name}: ${lines} lines and ${blocks} blocks, ${wrong.length} wrong`);
  assert.ok(lines > 50 && blocks > 40);
  assert.deepEqual(wrong, []);
}

const lineCountOf = (text: string) => text.split('\n').length;

test('every line of a page with every kind of block is scrolled to, and back', () => check('long', longPage(3_500)));

sharedTest('every line of the longest page of the real wiki is scrolled to, and back', async (shared) => {
  const root = `${shared}/corpora/aux-wiki`;
  const texts = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => readFileSync(`${root}/${file}`, 'utf8'));
  const longest = texts.reduce((one, other) => (lineCountOf(other) > lineCountOf(one) ? other : one), '');
  await check('longest', longest);
});
