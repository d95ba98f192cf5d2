import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/**
 * The DOM that a browser makes of a page, a line for each node: two pages are the same if the lines are. The order of
 * attributes is set aside, and of formulas only the TeX and whether it is a block are kept.
 */
export function domLines(html: string): string[] {
  const lines: string[] = [];
  const pending: { node: Node; depth: number }[] = [{ node: parse(html), depth: 0 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, depth } = next;
    const formula = formulaOf(node);
    lines.push(`${'  '.repeat(depth)}${formula ?? describe(node)}`);
    if (formula !== undefined) continue;
    for (const child of [...childrenOf(node)].reverse()) pending.push({ node: child, depth: depth + 1 });
  }
  return lines;
}

/** The first line in which two pages differ, in words; undefined if there is none. */
export function firstDifference(actual: readonly string[], expected: readonly string[]): string | undefined {
  const at = expected.findIndex((line, index) => line !== actual[index]);
  const index = at < 0 && actual.length > expected.length ? expected.length : at;
  if (index < 0) return undefined;
  return `Wiki.js: ${expected[index]?.trim() ?? 'nothing'}\n    ours:    ${actual[index]?.trim() ?? 'nothing'}`;
}

function describe(node: Node): string {
  if ('value' in node) return JSON.stringify(node.value);
  if ('data' in node) return `<!--${node.data}-->`;
  if (!('tagName' in node)) return node.nodeName;
  const attributes = node.attrs.map(({ prefix, name, value }) => ` ${prefix ? `${prefix}:` : ''}${name}="${value}"`);
  const namespace = node.namespaceURI.endsWith('xhtml') ? '' : ` in ${node.namespaceURI}`;
  return `<${node.tagName}${attributes.sort().join('')}>${namespace}`;
}

function formulaOf(node: Node): string | undefined {
  if (!('tagName' in node) || !classesOf(node).includes('katex')) return undefined;
  const { parentNode } = node;
  const isBlock = parentNode !== null && 'tagName' in parentNode && classesOf(parentNode).includes('katex-display');
  const math = elementNamed(node, 'math');
  const tex = math && (elementNamed(math, 'annotation') ?? math).childNodes.at(-1);
  return `formula ${isBlock ? 'in a block' : 'in a line'}: ${tex && 'value' in tex ? JSON.stringify(tex.value) : '?'}`;
}

function elementNamed(root: Node, name: string): Element | undefined {
  for (const child of childrenOf(root)) {
    const found = 'tagName' in child && child.tagName === name ? child : elementNamed(child, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function classesOf(element: Element): string[] {
  return element.attrs.find(({ name }) => name === 'class')?.value.split(/\s+/) ?? [];
}

function childrenOf(node: Node): readonly Node[] {
  if ('content' in node) return node.content.childNodes;
  return 'childNodes' in node ? node.childNodes : [];
}
