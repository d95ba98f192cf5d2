import type { PageAddress } from './address.ts';

/** A node of Wiki.js's navigation tree. */
export interface TreeNode<T> {
  readonly locale: string;
  /** The node's whole path. */
  readonly path: string;
  /** The page's title, or the last segment of the path where there is no page. */
  readonly title: string;
  /** Whether the node has children; it may be a page as well. */
  readonly isFolder: boolean;
  readonly page: T | undefined;
  /** Folders first, then by title. */
  readonly children: readonly TreeNode<T>[];
}

/** What the tree needs of a page. */
export interface TreePage {
  readonly address: PageAddress;
  readonly title: string;
}

/**
 * The navigation tree of each locale, locales in order. Siblings come as Wiki.js lists them on SQLite: folders first, then by
 * title, capitals before small letters. Rules reference (g).
 */
export function buildTree<T extends TreePage>(pages: Iterable<T>): { locale: string; nodes: readonly TreeNode<T>[] }[] {
  const roots = new Map<string, GrowingNode<T>>();
  for (const page of pages) {
    const { locale, path } = page.address;
    let node = childOf(roots, locale);
    for (const segment of path.split('/')) node = childOf(node.children, segment);
    node.page = page;
  }
  return [...roots]
    .sort(([a], [b]) => compare(a, b))
    .map(([locale, root]) => ({ locale, nodes: finishedChildren(root, locale, '') }));
}

interface GrowingNode<T> {
  page: T | undefined;
  readonly children: Map<string, GrowingNode<T>>;
}

function childOf<T>(nodes: Map<string, GrowingNode<T>>, segment: string): GrowingNode<T> {
  let node = nodes.get(segment);
  if (node === undefined) {
    node = { page: undefined, children: new Map() };
    nodes.set(segment, node);
  }
  return node;
}

function finishedChildren<T extends TreePage>(parent: GrowingNode<T>, locale: string, prefix: string): TreeNode<T>[] {
  return [...parent.children]
    .map(([segment, node]): TreeNode<T> => {
      const path = prefix + segment;
      return {
        locale,
        path,
        title: node.page?.title ?? segment,
        isFolder: node.children.size > 0,
        page: node.page,
        children: finishedChildren(node, locale, `${path}/`),
      };
    })
    .sort((a, b) => Number(b.isFolder) - Number(a.isFolder) || compare(a.title, b.title) || compare(a.path, b.path));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
