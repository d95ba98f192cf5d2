import { append, bodyOf, type ChildNode, createElement, type Root } from './tree.ts';

/** Wraps texts that stand directly in the body, and then tables that do. Rules reference (f). */
export function wrapRootNodes(document: Root): void {
  const body = bodyOf(document);
  if (body === undefined) return;
  body.children = body.children.map((node) => {
    const wrapper = wrapperFor(node);
    if (wrapper === undefined) return node;
    wrapper.parent = body;
    append(wrapper, node);
    return wrapper;
  });
}

function wrapperFor(node: ChildNode) {
  if (node.kind === 'text' && node.value !== '\n' && node.value !== '\r') return createElement('div');
  if (node.kind === 'element' && node.name === 'table') return createElement('div', { class: 'table-container' });
  return undefined;
}
