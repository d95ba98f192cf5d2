import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parseFrontmatter } from '../../server/src/wiki/frontmatter.ts';
import { importPage } from '../../server/src/wiki/importPage.ts';
import { addressOfFile, contentTypeOf, storedAddress } from '../../server/src/wiki/pageFile.ts';
import { buildTree, type TreeNode } from '../../server/src/wiki/tree.ts';
import { sharedTest } from '../support/shared.ts';

sharedTest('a whole wiki is imported as by Wiki.js: pages, contents, assets, tags and tree', (shared, context) => {
  const golden: WikiGolden = JSON.parse(readFileSync(`${shared}/golden/aux-wiki/_wiki.json`, 'utf8'));
  const root = `${shared}/corpora/aux-wiki`;
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(root.length + 1).replaceAll('\\', '/'));

  const imported = files.flatMap((file) => {
    const contentType = contentTypeOf(file);
    if (contentType === undefined) return [];
    const text = readFileSync(`${root}/${file}`, 'utf8');
    const { metadata, content } = parseFrontmatter(text, contentType);
    const address = storedAddress(addressOfFile(file, golden.lang.code));
    const { error, ...page } = importPage(file, text.length, address, metadata, content);
    return error === undefined ? [{ ...page, address, contentType, content }] : [];
  });

  const agreeing = golden.pages.filter(([locale, path]) => {
    const { title, description, tags, isPublished, contentType, content }: PageGolden = JSON.parse(
      readFileSync(`${shared}/golden/aux-wiki/${path}.json`, 'utf8'),
    );
    const page = imported.find(({ address }) => address.locale === locale && address.path === path);
    assert.deepEqual(page && { ...page, tags: [...page.tags].sort() }, {
      address: { locale, path },
      title,
      description,
      tags: [...tags].sort(),
      isPublished,
      contentType,
      content,
    });
    return true;
  });
  context.diagnostic(`${agreeing.length} of ${golden.pages.length} pages`);
  assert.ok(golden.pages.length > 0);
  assert.equal(imported.length, golden.pages.length);
  assert.deepEqual(files.filter((file) => contentTypeOf(file) === undefined).sort(), golden.assets);
  assert.deepEqual([...new Set(imported.flatMap(({ tags }) => tags))].sort(), golden.tags);

  const nodes = buildTree(imported).flatMap((tree) => tree.nodes.flatMap(withDescendants));
  const row = (path: string, title: string, isFolder: boolean, isPage: boolean) =>
    `${path} ${title} ${isFolder} ${isPage}`;
  assert.deepEqual(
    nodes.map(({ path, title, isFolder, page }) => row(path, title, isFolder, page !== undefined)).sort(),
    golden.tree.map(({ path, title, isFolder, pageId }) => row(path, title, isFolder === 1, pageId !== null)).sort(),
  );
});

interface WikiGolden {
  readonly lang: { readonly code: string };
  readonly pages: readonly (readonly [locale: string, path: string])[];
  readonly assets: readonly string[];
  readonly tags: readonly string[];
  readonly tree: readonly {
    readonly path: string;
    readonly title: string;
    readonly isFolder: 0 | 1;
    readonly pageId: number | null;
  }[];
}

interface PageGolden {
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly isPublished: boolean;
  readonly contentType: string;
  readonly content: string;
}

function withDescendants<T>(node: TreeNode<T>): TreeNode<T>[] {
  return [node, ...node.children.flatMap(withDescendants)];
}
