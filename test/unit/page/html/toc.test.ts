import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildDocument } from '../../../../server/src/page/html/document.ts';
import type { TocEntry } from '../../../../server/src/page/html/toc.ts';
import { defaultRendering } from '../../../../server/src/wiki/renderingModules.ts';

// Expected: one entry a line, indented below the entry it belongs to. Rules reference (e).

function check(what: string, html: string, expected: readonly string[]): void {
  test(what, () => {
    const settings = { site: { host: '', locale: 'en', namespacing: false }, rendering: defaultRendering };
    const { toc } = buildDocument(html, { locale: 'en', path: 'page' }, settings);
    assert.deepEqual(linesOf(toc, ''), expected);
  });
}

function linesOf(entries: readonly TocEntry[], indentation: string): string[] {
  return entries.flatMap(({ title, anchor, children }) => [
    `${indentation}${title} ${anchor}`,
    ...linesOf(children, `${indentation}  `),
  ]);
}

check('levels nest', '<h1>A</h1><h2>B</h2><h3>C</h3><h2>D</h2>', ['A #a', '  B #b', '    C #c', '  D #d']);

check('without a first level the second is the top', '<h2>A</h2><h3>B</h3>', ['A #a', '  B #b']);

check('what stands before the first heading of the top level is left out', '<h2>A</h2><h1>B</h1><h2>C</h2>', [
  'B #b',
  '  C #c',
]);

check('a skipped level is left out', '<h1>A</h1><h3>B</h3><h2>C</h2><h3>D</h3>', ['A #a', '  C #c', '    D #d']);

check('only third levels give nothing', '<h3>A</h3><h3>B</h3>', []);

check(
  'headings in tabs count, tabs do not',
  '<h2>A</h2><h2 class="tabset">T</h2><h3>Tab</h3><h4>B</h4><h3>Other</h3>',
  ['A #a'],
);

check('a heading whose id is taken away keeps its anchor', '<h2>Title</h2>', ['Title #title']);

check('titles are trimmed, and without the marks of their anchors', '<h2> A <b>b</b> </h2>', ['A b #a-b']);

check('a heading in a heading', '<h2>A<span><h3>B</h3></span></h2>', ['A B #ab', '  B undefined']);

check("an author's own anchor sign does not count", '<h2>A<a class="toc-anchor" href="#own">x</a></h2>', ['A #ax']);
