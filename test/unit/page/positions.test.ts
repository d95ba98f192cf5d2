import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Token } from 'markdown-it';
import { createMarkdown } from '../../../server/src/page/markdown/markdown.ts';
import { parseWithPositions } from '../../../server/src/page/markdown/positions.ts';
import { renderWithSourceMap } from '../../../server/src/page/markdown/sourceMap.ts';
import { defaultRendering } from '../../../server/src/wiki/renderingModules.ts';
import type { RenderingSettings } from '../../../server/src/wiki/settings.ts';

/** The links and images of a text as `construct → destination`, in order of the rendered page, as their places cut them out. */
function check(text: string, expected: readonly string[], rendering: RenderingSettings = defaultRendering): void {
  const md = createMarkdown(rendering);
  const { tokens, positions } = parseWithPositions(md, text, {});
  const found: string[] = [];
  const cut = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  const visit = (token: Token): void => {
    for (const child of token.children ?? []) {
      if (child.type !== 'link_open' && child.type !== 'image' && child.type !== 'html_inline') continue;
      const place = positions.places.get(child);
      if (isCheckbox(child)) continue;
      assert.ok(place, `no place for ${child.type} ${JSON.stringify(child.attrs ?? child.content)}`);
      const { destination } = place;
      const target =
        destination?.kind === 'reference' ? `{${destination.label}}` : destination && cut(destination.range);
      found.push(target === undefined ? cut(place.range) : `${cut(place.range)} → ${target}`);
    }
  };
  tokens.forEach(visit);
  for (const { label, destination, range } of positions.definitions) {
    found.push(`${cut(range)} → ${cut(destination)} {${label}}`);
  }
  assert.deepEqual(found, expected);
  const env = {};
  const again = parseWithPositions(md, text, env);
  assert.equal(renderWithSourceMap(md, again.tokens, env, again.positions).html, md.render(text, {}));
}

/** Made by the task list plugin out of `[ ]`. */
function isCheckbox({ type, content }: Token): boolean {
  return type === 'html_inline' && content.startsWith('<input');
}

test('the forms of an inline link', () => {
  check('[a](b)', ['[a](b) → b']);
  check('[a](<b c> "t")', ['[a](<b c> "t") → b c']);
  check("x [a]( b\n 't' ) y", ["[a]( b\n 't' ) → b"]);
  check('[a]()', ['[a]() → ']);
  check('[a](<>)', ['[a](<>) → ']);
  check('[a](b\\_c&amp;d "e")', ['[a](b\\_c&amp;d "e") → b\\_c&amp;d']);
  check('[x\\]y `]` *z*](b(c)d)', ['[x\\]y `]` *z*](b(c)d) → b(c)d']);
  check('[a [b](c) d](e)', ['[b](c) → c']);
});

test('images, with sizes, alone and in links', () => {
  check('![a](b.png "t")', ['![a](b.png "t") → b.png']);
  check('![a](b.png =100x50) ![a](b.png "t" =100x)', ['![a](b.png =100x50) → b.png', '![a](b.png "t" =100x) → b.png']);
  check('[![a](b.png)](c)', ['[![a](b.png)](c) → c', '![a](b.png) → b.png']);
  check('![a [x](y) ![z](w)](b.png)', ['![a [x](y) ![z](w)](b.png) → b.png']);
});

test('reference links and their definitions', () => {
  check('[a][R] [r][] [r] ![r]\n\n[r]: x', [
    '[a][R] → {R}',
    '[r][] → {R}',
    '[r] → {R}',
    '![r] → {R}',
    '[r]: x → x {R}',
  ]);
  check('> - [multi\n>   line]:\n>   <a b>\n>   "t"\n\n[r]: x\n[r]: y "z"', [
    '[multi\n>   line]:\n>   <a b>\n>   "t" → a b {MULTI LINE}',
    '[r]: x → x {R}',
    '[r]: y "z" → y {R}',
  ]);
  check('[r](no link "x)\n\n[r]: <x>', ['[r] → {R}', '[r]: <x> → x {R}']);
  check('[a\\]b]: x\n\n[a\\]b]', ['[a\\]b] → {A\\]B}', '[a\\]b]: x → x {A\\]B}']);
});

test('autolinks and linkified text', () => {
  check('<http://a.b/c> <m@n.org>', ['<http://a.b/c> → http://a.b/c', '<m@n.org> → m@n.org']);
  check('\\* http://a.b/?c&amp;d, *http://b.com* and www.c.org', [
    'http://a.b/?c&amp;d → http://a.b/?c&amp;d',
    'http://b.com → http://b.com',
    'www.c.org → www.c.org',
  ]);
  check('> x http://a.b\n> &copy; http://a.b', ['http://a.b → http://a.b', 'http://a.b → http://a.b']);
  check('- [ ] http://a.b {.c}', ['http://a.b → http://a.b']);
});

test('the marks of quotes, lists, headings and tables are no part of the content', () => {
  check('> 1. > a\n> lazy [b](c)\n>    > d [e](f)', ['[b](c) → c', '[e](f) → f']);
  check('-\t[a](b)\n\n\t  [c](d)', ['[a](b) → b', '[c](d) → d']);
  check('## # [a](b) ##\n\n[c](d)\n===', ['[a](b) → b', '[c](d) → d']);
  check('|a|b|\n|-|-|\n| |[x](y)|\n|`p\\|q` [x\\|](y\\|z)|[x](y)\n|[x](y)', [
    '[x](y) → y',
    '[x\\|](y\\|z) → y\\|z',
    '[x](y) → y',
    '[x](y) → y',
  ]);
});

test('raw HTML between words', () => {
  check('> a <b\n>  class="c">d</b> <!-- e -->', ['<b\n>  class="c">', '</b>', '<!-- e -->']);
});

test('footnotes, at the end of the page but in their own place', () => {
  check('a ^[b [c](d) http://e.f] [^1] [g](h)\n\n[^1]: [i](j)\n    http://k.l', [
    '[g](h) → h',
    '[c](d) → d',
    'http://e.f → http://e.f',
    '[i](j) → j',
    'http://k.l → http://k.l',
  ]);
});

test('cells of multi-line tables are parsed from pieces of several lines', () => {
  const rendering = {
    ...defaultRendering,
    markdownMultiTable: { ...defaultRendering.markdownMultiTable, enabled: true },
  };
  const rows = '| a | b |\n|--|--|\n| - [x](y) | c [d](e) \\\n| [f](g) | [h](i) |\n|^^| [q\\|q](z)|\n|| [r](s) ||';
  check(rows, ['[x](y) → y', '[f](g) → g', '[d](e) → e', '[h](i) → i', '[q\\|q](z) → z', '[r](s) → s'], rendering);
  check(
    `> ${rows.replaceAll('\n', '\n> ')}`,
    ['[x](y) → y', '[f](g) → g', '[d](e) → e', '[h](i) → i', '[q\\|q](z) → z', '[r](s) → s'],
    rendering,
  );
});
