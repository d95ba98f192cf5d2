import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { TestContext } from 'node:test';
import { isDeletedId } from '../../server/src/wiki/deletedIds.ts';
import { parseFrontmatter } from '../../server/src/wiki/frontmatter.ts';
import { type ImportedPage, importPage } from '../../server/src/wiki/importPage.ts';
import { addressOfFile, contentTypeOf, storedAddress } from '../../server/src/wiki/pageFile.ts';
import { illegalPathReason, isReservedPath } from '../../server/src/wiki/pagePath.ts';
import { addressOfUrl } from '../../server/src/wiki/pageUrl.ts';
import { readSettingsFile } from '../../server/src/wiki/settingsFile.ts';
import { buildTree, type TreeNode } from '../../server/src/wiki/tree.ts';
import { sharedTest } from '../support/shared.ts';

// What the real Wiki.js did with files, paths, URLs and frontmatter, row by row.

sharedTest('file-to-page: each file has the content type and the address that Wiki.js gives it', (shared, context) => {
  compareRows<FileRow>(context, shared, 'file-to-page', ({ file, contentType, page }) => ({
    actual: { contentType: contentTypeOf(file) ?? false, page: addressOfFile(file, 'en') },
    expected: { contentType, page },
  }));
});

sharedTest(
  'url-to-page: each URL has the address that Wiki.js reads, with and without extension',
  (shared, context) => {
    compareRows<UrlRow>(context, shared, 'url-to-page', ({ url, plain, stripExt }) => ({
      actual: {
        plain: addressOfUrl(url, 'en'),
        stripped: addressOfUrl(url, 'en', { stripExtension: true }).path,
      },
      expected: {
        plain: { locale: plain.locale, path: plain.path, explicitLocale: plain.explicitLocale },
        stripped: stripExt,
      },
    }));
  },
);

sharedTest('reserved: each path is reserved or not', (shared, context) => {
  compareRows<ReservedRow>(context, shared, 'reserved', ({ path, reserved }) => ({
    actual: isReservedPath(path),
    expected: reserved,
  }));
});

sharedTest('import-paths: each file is stored at its address, elsewhere, or refused', (shared, context) => {
  compareRows<ImportPathRow>(context, shared, 'import-paths', ({ file, mapped, error, stored }) => {
    const address = addressOfFile(file, 'en');
    const isRefused = illegalPathReason(address.path) !== undefined;
    return {
      actual: { address, isRefused, isStored: !isRefused && storedAddress(address).path === address.path },
      expected: { address: mapped, isRefused: error !== null, isStored: stored },
    };
  });
});

sharedTest('frontmatter: each file is parsed and imported as by Wiki.js', (shared, context) => {
  compareRows<FrontmatterRow>(context, shared, 'frontmatter', ({ name, ext, raw, parsed, imported, importError }) => {
    const file = `front/${ext}-${name}.${ext}`;
    const { metadata, content } = parseFrontmatter(raw, contentTypeOf(file) ?? 'markdown');
    const address = addressOfFile(file, 'en');
    const { error, ...page } = importPage(file, raw.length, address, metadata, content);
    return {
      actual: {
        metadata: asJson(metadata),
        content,
        error: error !== undefined,
        page: error ? undefined : sorted(page),
      },
      expected: {
        metadata: parsed.meta,
        content: parsed.content ?? '',
        error: importError !== undefined,
        page: imported && sorted(imported),
      },
    };
  });
});

sharedTest('reimport: each file changes the page that is there as in Wiki.js', (shared, context) => {
  let existing: ImportedPage | undefined;
  compareRows<ReimportRow>(context, shared, 'reimport', ({ raw, error, page }) => {
    const file = `${page.path}.md`;
    const { metadata, content } = parseFrontmatter(raw, 'markdown');
    const address = { locale: page.locale, path: page.path };
    const { error: importError, ...imported } = importPage(file, raw.length, address, metadata, content, existing);
    if (importError === undefined) existing = imported;
    return {
      actual: { error: importError !== undefined, page: existing && sorted(existing) },
      expected: { error: error !== null, page: sorted(page) },
    };
  });
});

sharedTest('tree: the nodes, and the lists that Wiki.js shows of them', (shared, context) => {
  const golden: TreeGolden = JSON.parse(readFileSync(`${shared}/golden/experiments/tree.json`, 'utf8'));
  const pages = golden.rows
    .filter(({ pageId }) => pageId !== null)
    .map(({ localeCode, path, title, pageId }) => ({ address: { locale: localeCode, path }, title, pageId }));
  const tree = buildTree(pages);
  const nodes = tree.flatMap(({ nodes }) => nodes.flatMap(withDescendants));
  const listed = (list: readonly TreeNode<(typeof pages)[number]>[]) =>
    list.map(({ path, title, isFolder, page }) => ({ path, title, isFolder, pageId: page?.pageId ?? null }));
  const root = tree.find(({ locale }) => locale === 'en')?.nodes ?? [];
  const guide = nodes.find(({ path }) => path === 'guide')?.children ?? [];

  const found = golden.rows.filter(({ path, localeCode, title, isFolder, pageId }) =>
    nodes.some(
      (node) =>
        node.path === path &&
        node.locale === localeCode &&
        node.title === title &&
        node.isFolder === isFolder &&
        (node.page?.pageId ?? null) === pageId,
    ),
  );
  context.diagnostic(`${found.length} of ${golden.rows.length} nodes`);
  assert.equal(nodes.length, golden.rows.length);
  assert.equal(found.length, golden.rows.length);
  assert.deepEqual(listed(root), golden.root);
  assert.deepEqual(listed(guide), golden.guide);
});

sharedTest('every rendering module and option that the goldens name is known, with its values', (shared, context) => {
  const folder = `${shared}/golden/features`;
  const names = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'index.json');
  const configured = names.map((name) => {
    const { config = {}, on = [], off = [] }: FeatureGolden = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'));
    const switched = (keys: readonly string[], enabled: boolean) => keys.map((key) => [key, { enabled }] as const);
    const rendering = { ...config, ...Object.fromEntries([...switched(on, true), ...switched(off, false)]) };
    return { rendering, ...readSettingsFile(JSON.stringify({ rendering })) };
  });
  context.diagnostic(`${configured.filter(({ problems }) => problems.length === 0).length} of ${names.length}`);
  for (const { rendering, settings, problems } of configured) {
    assert.deepEqual(problems, []);
    for (const [key, options] of Object.entries(rendering)) {
      assert.deepEqual({ ...settings.rendering[key], ...options }, settings.rendering[key]);
    }
  }
});

sharedTest('the ids that the sanitiser deletes are those that it was seen to delete', (shared, context) => {
  const { all }: { all: string[] } = JSON.parse(readFileSync(`${shared}/golden/data/dom-clobber-ids.json`, 'utf8'));
  const deleted = all.filter(isDeletedId);
  context.diagnostic(`${deleted.length} of ${all.length}`);
  assert.deepEqual(deleted, all);
});

interface FileRow {
  readonly file: string;
  readonly contentType: string | false;
  readonly page: { readonly locale: string; readonly path: string };
}

interface UrlRow {
  readonly url: string;
  readonly plain: { readonly locale: string; readonly path: string; readonly explicitLocale: boolean };
  readonly stripExt: string;
}

interface ReservedRow {
  readonly path: string;
  readonly reserved: boolean;
}

interface ImportPathRow {
  readonly file: string;
  readonly mapped: FileRow['page'];
  readonly error: string | null;
  readonly stored: boolean;
}

interface FrontmatterRow {
  readonly name: string;
  readonly ext: string;
  readonly raw: string;
  readonly parsed: { readonly meta: object; readonly content?: string };
  readonly imported?: ImportedPage;
  readonly importError?: string;
}

interface ReimportRow {
  readonly raw: string;
  readonly error: string | null;
  readonly page: ImportedPage & { readonly path: string; readonly locale: string };
}

interface FeatureGolden {
  readonly config?: Readonly<Record<string, object>>;
  readonly on?: readonly string[];
  readonly off?: readonly string[];
}

interface TreeGolden {
  readonly rows: readonly {
    readonly path: string;
    readonly localeCode: string;
    readonly title: string;
    readonly isFolder: boolean;
    readonly pageId: number | null;
  }[];
  readonly root: readonly object[];
  readonly guide: readonly object[];
}

/** Compares every row of a table, prints how many agree, and fails with the first that does not. */
function compareRows<Row>(
  context: TestContext,
  shared: string,
  name: string,
  compare: (row: Row) => { actual: unknown; expected: unknown },
): void {
  const rows: Row[] = JSON.parse(readFileSync(`${shared}/golden/experiments/${name}.json`, 'utf8'));
  const differing = rows
    .map((row) => ({ row, ...compare(row) }))
    .filter(({ actual, expected }) => !isEqual(actual, expected));
  context.diagnostic(`${rows.length - differing.length} of ${rows.length}`);
  assert.ok(rows.length > 0);
  const [first] = differing;
  if (first !== undefined) assert.deepEqual(first.actual, first.expected, JSON.stringify(first.row));
}

function isEqual(actual: unknown, expected: unknown): boolean {
  try {
    assert.deepEqual(actual, expected);
    return true;
  } catch {
    return false;
  }
}

/** The goldens are JSON: dates are texts there, and what is undefined is not there. */
function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** A database has no order of tags. */
function sorted({ title, description, tags, isPublished }: ImportedPage): ImportedPage {
  return { title, description, tags: [...tags].sort(), isPublished };
}

function withDescendants<T>(node: TreeNode<T>): TreeNode<T>[] {
  return [node, ...node.children.flatMap(withDescendants)];
}
