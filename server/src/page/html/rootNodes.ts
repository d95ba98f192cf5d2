import { bodyOf, createElement, type Root, wrap } from './tree.ts';

/** Wraps texts that stand directly in the body, and then tables that do. Rules reference (f). */
export function wrapRootNodes(document: Root): void {
  const nodes = [...(bodyOf(document)?.children ?? [])];
  for (const node of nodes) {
    if (node.kind === 'text' && node.value !== '\n' && node.value !== '\r') {
      wrap(node, createElement('div'));
    } else if (node.kind === 'element' && node.name === 'table') {
      wrap(node, createElement('div', { class: 'table-container' }));
    }
  }
}
