import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitTags } from '../../../server/src/wiki/tags.ts';
import { buildTree, type TreeNode } from '../../../server/src/wiki/tree.ts';

test('tags are split at comma and space only, trimmed, in lower case, each once', () => {
  assert.deepEqual(splitTags('One, two words, ONE,  b , c,d, '), ['one', 'two words', 'b', 'c,d', '']);
  assert.deepEqual(splitTags(''), ['']);
});

/** One line for each node: `+` for a folder, `*` for a page. */
function outline(nodes: readonly TreeNode<object>[], indent = ''): string {
  return nodes
    .map(({ title, path, isFolder, page, children }) => {
      const marks = `${isFolder ? '+' : ''}${page === undefined ? '' : '*'}`;
      return `${indent}${marks} ${title} (${path})\n${outline(children, `${indent}  `)}`;
    })
    .join('');
}

test('folders come first, then titles in the order of their bytes; a page with children is both', () => {
  const pages = [
    ['home', 'Home'],
    ['guide', 'The Guide'],
    ['guide/setup', 'Setup'],
    ['alpha', 'alpha'],
    ['Zeta', 'Zeta'],
    ['deep/er/page', 'Page'],
  ].map(([path = '', title = '']) => ({ address: { locale: 'en', path }, title }));
  const french = { address: { locale: 'fr', path: 'accueil' }, title: 'Accueil' };
  const trees = buildTree([french, ...pages]);
  assert.deepEqual(
    trees.map(({ locale }) => locale),
    ['en', 'fr'],
  );
  assert.equal(
    outline(trees[0]?.nodes ?? []),
    `+* The Guide (guide)
  * Setup (guide/setup)
+ deep (deep)
  + er (deep/er)
    * Page (deep/er/page)
* Home (home)
* Zeta (Zeta)
* alpha (alpha)
`,
  );
});
