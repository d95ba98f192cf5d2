import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderPage, renderPageInBlocks } from '../../../server/src/render/renderPage.ts';
import { longPage } from '../../support/longPage.ts';
import { createWiki } from '../../support/wiki.ts';

function blocksOf(file: string, text: string) {
  const { wiki, page } = createWiki(`--- /${file}\n${text}`);
  const whole = renderPage(page(file), text, wiki, { sourceLines: true }).html;
  return { whole, blocks: renderPageInBlocks(page(file), text, wiki, {}).blocks };
}

/** The HTML of blocks one after the other, with lines in the place of their indices. */
function joined(blocks: ReturnType<typeof blocksOf>['blocks']): string {
  return blocks
    .map(({ html, lines }) => html.replace(/ data-line="(\d+)"/g, (_, index) => ` data-line="${lines[Number(index)]}"`))
    .join('');
}

const pages = {
  'every kind of block': longPage(2000),
  'text and comments between elements': 'a\n\n<!-- b -->\n\nc <b>d</b>\n\n<div>\ne\n',
  'a body of its own': 'a\n\n<body class="x">\n\nb\n',
  'the words of a body in attributes': 'a\n\n<p title="<body>">b</p>\n\n<p title="</body>">c</p>\n\nd\n',
  'references that are decoded': 'a &#x1f98e; b\n\n`&#x1f98e;`\n\n<p title="&#xe9;">c</p>\n',
  nothing: '',
};
for (const [name, text] of Object.entries(pages)) {
  for (const file of ['page.md', 'page.html']) {
    test(`blocks are the page one after the other: ${name}, ${file}`, () => {
      const { whole, blocks } = blocksOf(file, text);
      assert.equal(joined(blocks), whole);
    });
  }
}

test('AsciiDoc is a block', () => {
  const { whole, blocks } = blocksOf('page.adoc', '= A\n');
  assert.deepEqual(blocks, [{ html: whole, lines: [] }]);
});

test('what is typed in a paragraph, or above it, changes no other block', () => {
  const before = blocksOf('page.md', longPage(3000)).blocks;
  for (const typed of ['x', '\n\nNew.\n\n']) {
    const after = blocksOf('page.md', longPage(3000).replace('high, and', `high,${typed} and`)).blocks;
    const known = new Set(before.map(({ html }) => html));
    assert.ok(after.filter(({ html }) => !known.has(html)).length <= 3, typed);
  }
});

test('a line that the page writes itself is no line', () => {
  const { blocks } = blocksOf('page.md', 'a\n\n<span data-line="<b>" title="x">b</span>\n');
  assert.deepEqual(
    blocks.map(({ lines }) => lines.every((line) => Number.isInteger(line))),
    blocks.map(() => true),
  );
});
