import type { TreeNode, TreeResult } from '../../server/src/protocol.ts';

/** Every node of all trees, each before its children, as Wiki.js sorts them. */
export function* allNodes(tree: TreeResult): Generator<TreeNode> {
  for (const wiki of tree.wikis) {
    for (const { nodes } of wiki.locales) yield* nodesUnder(nodes);
  }
}

function* nodesUnder(nodes: readonly TreeNode[]): Generator<TreeNode> {
  for (const node of nodes) {
    yield node;
    yield* nodesUnder(node.children);
  }
}
