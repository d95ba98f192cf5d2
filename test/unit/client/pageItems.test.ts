import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PageItem, pageItems, rowsByUri } from '../../../client/src/sidebar/pageItems.ts';
import type { TreeNode, WikiTree } from '../../../server/src/protocol.ts';

function node(path: string, children: readonly TreeNode[] = []): TreeNode {
  const segment = path.split('/').at(-1) ?? '';
  const title = segment.toUpperCase();
  return { segment, path, locale: 'en', url: `/${path}`, title, uri: `file:///${path}.md`, state: 'ok', children };
}

function folder(path: string, children: readonly TreeNode[]): TreeNode {
  return { ...node(path, children), uri: undefined, state: 'folder' };
}

function wiki(name: string, ...locales: readonly (readonly [string, readonly TreeNode[]])[]): WikiTree {
  return { root: `file:///${name}`, name, locales: locales.map(([locale, nodes]) => ({ locale, nodes })) };
}

/** The rows as indented lines: kind and label. */
function check(wikis: readonly WikiTree[], expected: readonly string[]): void {
  const lines = (items: readonly PageItem[], indent: string): string[] =>
    items.flatMap((item) => [`${indent}${item.kind} ${item.label}`, ...lines(item.children, `${indent}  `)]);
  assert.deepEqual(lines(pageItems({ wikis }), ''), expected);
}

const pages = [node('home'), folder('a', [node('a/b')])];

test('one wiki in one locale is shown without either', () => {
  check([wiki('w', ['en', pages])], ['page HOME', 'folder A', '  page B']);
});

test('several locales are branches', () => {
  check(
    [wiki('w', ['en', [node('home')]], ['de', [node('home')]])],
    ['locale en', '  page HOME', 'locale de', '  page HOME'],
  );
});

test('several wikis are branches, each with its locales', () => {
  check(
    [wiki('v', ['en', [node('home')]]), wiki('w', ['en', [node('home')]], ['de', []])],
    ['wiki v', '  page HOME', 'wiki w', '  locale en', '    page HOME', '  locale de'],
  );
});

test('no wiki, and a wiki without pages, have no rows', () => {
  check([], []);
  check([wiki('w', ['en', []])], []);
});

test('every row has an id of its own, and knows its parent', () => {
  const items = pageItems({ wikis: [wiki('v', ['en', pages]), wiki('w', ['en', pages], ['de', []])] });
  const ids: string[] = [];
  const visit = (rows: readonly PageItem[], parent: PageItem | undefined) => {
    for (const row of rows) {
      ids.push(row.id);
      assert.equal(row.parent, parent);
      visit(row.children, row);
    }
  };
  visit(items, undefined);
  assert.equal(new Set(ids).size, ids.length);
  assert.equal(ids.length, 10);
});

test('pages are found by their file', () => {
  const found = rowsByUri(pageItems({ wikis: [wiki('w', ['en', pages])] }));
  assert.deepEqual([...found.keys()], ['file:///home.md', 'file:///a/b.md']);
});
