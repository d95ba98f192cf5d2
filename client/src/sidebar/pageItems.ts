import type { PageState, TreeNode, TreeResult, WikiTree } from '../../../server/src/protocol.ts';

/** A row of the tree view, knowing the rows around it. */
export interface PageItem {
  /** The same after a refresh, so that what is unfolded stays so. */
  readonly id: string;
  readonly kind: 'wiki' | 'locale' | 'page' | 'folder';
  readonly label: string;
  readonly parent: PageItem | undefined;
  readonly children: readonly PageItem[];
  /** URI of the wiki's root. */
  readonly root: string;
  readonly locale: string | undefined;
  /** `''` for a wiki or a locale. */
  readonly path: string;
  /** URI of the page's file. */
  readonly uri: string | undefined;
  /** As it is written in a link; undefined for a wiki or a locale. */
  readonly url: string | undefined;
  readonly state: PageState;
}

/**
 * The rows of all wikis. A level that would hold a single row says nothing and is left out: the wiki's name where there
 * is one wiki, the locale where there is one locale.
 */
export function pageItems(tree: TreeResult): readonly PageItem[] {
  const only = tree.wikis.length === 1 ? tree.wikis[0] : undefined;
  if (only !== undefined) return wikiRows(only, undefined);
  return tree.wikis.map((wiki) => {
    const row = group(wiki, 'wiki', wiki.root, wiki.name, undefined, undefined);
    return Object.assign(row, { children: wikiRows(wiki, row) });
  });
}

/** Each page's row, by the URI of its file. */
export function rowsByUri(items: readonly PageItem[], found = new Map<string, PageItem>()): Map<string, PageItem> {
  for (const item of items) {
    if (item.uri !== undefined) found.set(item.uri, item);
    rowsByUri(item.children, found);
  }
  return found;
}

function wikiRows(wiki: WikiTree, parent: PageItem | undefined): readonly PageItem[] {
  const only = wiki.locales.length === 1 ? wiki.locales[0] : undefined;
  if (only !== undefined) return nodeRows(wiki, only.nodes, parent);
  return wiki.locales.map(({ locale, nodes }) => {
    const row = group(wiki, 'locale', `${wiki.root} ${locale}`, locale, locale, parent);
    return Object.assign(row, { children: nodeRows(wiki, nodes, row) });
  });
}

function nodeRows(wiki: WikiTree, nodes: readonly TreeNode[], parent: PageItem | undefined): readonly PageItem[] {
  return nodes.map((node) => {
    const row: PageItem = {
      id: `${wiki.root} ${node.locale} ${node.path}`,
      kind: node.uri === undefined ? 'folder' : 'page',
      label: node.title,
      parent,
      children: [],
      root: wiki.root,
      locale: node.locale,
      path: node.path,
      uri: node.uri ?? undefined,
      url: node.url,
      state: node.state,
    };
    return Object.assign(row, { children: nodeRows(wiki, node.children, row) });
  });
}

function group(
  wiki: WikiTree,
  kind: 'wiki' | 'locale',
  id: string,
  label: string,
  locale: string | undefined,
  parent: PageItem | undefined,
): PageItem {
  const nothing = { path: '', uri: undefined, url: undefined, state: 'folder' as const, children: [] };
  return { id, kind, label, parent, root: wiki.root, locale, ...nothing };
}
