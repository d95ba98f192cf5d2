import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { serveFilesFrom } from '../../../server/src/features/servedFiles.ts';
import { tree } from '../../../server/src/features/tree.ts';
import { uriOfFile } from '../../../server/src/features/uris.ts';
import type { TreeNode } from '../../../server/src/protocol.ts';
import { wikiRoot } from '../../support/feature.ts';
import { createWiki } from '../../support/wiki.ts';

test('the tree shows every page of every locale, also those that Wiki.js refuses', () => {
  const { wiki } = createWiki(`
    --- /home.md
    # Home
    --- /care/water.md
    ---
    title: Water
    ---
    x
    --- /care.md
    # Care
    --- /care/empty.md
    --- /bad name.md
    x
    --- /care/water.html
    <p>imported over by the other</p>
    --- /fr/accueil.md
    x
    --- /de/start.md
    x
    --- /.github/x.md
    ignored
  `);
  const context = {
    wiki,
    documents: { uriOf: (file: string) => uriOfFile(wikiRoot, file), versionOf: () => null },
    root: wikiRoot,
    name: 'wiki',
    knownProblems: (file: string) =>
      file === 'home.md'
        ? [{ code: 'link/missing-page', severity: 'error' as const, message: '', range: { start: 0, end: 0 } }]
        : [],
  };
  const lines = (nodes: readonly TreeNode[]): string[] =>
    nodes.flatMap(({ url, title, state, uri, children }) => [
      `${url} | ${title} | ${state} | ${uri?.slice(wikiRoot.length + 1)}`,
      ...lines(children),
    ]);
  assert.deepEqual(
    tree(context).locales.flatMap(({ locale, nodes }) => [locale, ...lines(nodes)]),
    [
      'en',
      '/care | care | ok | care.md',
      '/care/water | Water | ok | care/water.md',
      '/bad%20name | bad name | not-imported | bad%20name.md',
      '/home | home | broken-links | home.md',
      'de',
      '/de/start | start | ok | de/start.md',
      'fr',
      '/fr/accueil | accueil | ok | fr/accueil.md',
    ],
  );
});

describe('sources of a rendered page', () => {
  const check = (html: string, expected: string) =>
    test(html, () => {
      const { wiki, page } = createWiki('--- /docs/page.md\nx\n--- /img/a & b.png\nx\n--- /docs/c.png\nx\n');
      assert.equal(serveFilesFrom('https://v/base', html, page('docs/page.md'), wiki), expected);
    });
  check('<img src="/img/a%20&amp;%20b.png" alt="x">', '<img src="https://v/base/img/a%20%26%20b.png" alt="x">');
  check('<img alt="src=&quot;x" src="c.png">', '<img alt="src=&quot;x" src="https://v/base/docs/c.png">');
  check('<video controls="" src="/docs/c.png"></video>', '<video controls="" src="https://v/base/docs/c.png"></video>');
  check('<img src="/none.png">', '<img src="/none.png">');
  check('<img src="https://example.com/docs/c.png">', '<img src="https://example.com/docs/c.png">');
  check('<img data-src="/docs/c.png">', '<img data-src="/docs/c.png">');
  check('<p>src="/docs/c.png"</p>', '<p>src="/docs/c.png"</p>');
  check('<a href="/docs/c.png">x</a>', '<a href="/docs/c.png">x</a>');
});
