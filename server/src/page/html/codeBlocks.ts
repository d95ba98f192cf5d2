import { addClasses, attributeOf, hasClass, removeAttribute } from './attributes.ts';
import { reparsed } from './reparsed.ts';
import { append, type ChildNode, createElement, type Element, replace } from './tree.ts';

/** Marks each `pre > code` for the highlighter that runs in the browser. Rules reference (f), codehighlighter. */
export function markCodeBlocks(elements: readonly Element[]): void {
  for (const [pre, code] of codeBlocksAmong(elements)) {
    if (attributeOf(code, 'class')?.includes('language-') !== true) addClasses(code, 'language-');
    addClasses(pre, 'prismjs', 'line-numbers');
  }
}

/**
 * Makes draw.io diagrams out of `pre.diagram`, without the `content` that would open in the editor; gives whether there are any.
 * Rules reference (f), diagram.
 */
export function unwrapDiagrams(elements: readonly Element[]): boolean {
  const diagrams = elements.filter((element) => element.name === 'pre' && hasClass(element, 'diagram'));
  for (const pre of diagrams) {
    for (const child of pre.children) {
      if (child.kind === 'element' && child.name === 'svg') removeAttribute(child, 'content');
    }
    replaceByDivision(pre, 'diagram', pre.children);
  }
  return diagrams.length > 0;
}

/** Makes charts out of code blocks in the language `mermaid`; gives whether there are any. Rules reference (f), mermaid. */
export function unwrapMermaid(elements: readonly Element[]): boolean {
  const charts = codeBlocksAmong(elements).filter(
    ([pre, code]) => hasClass(pre, 'prismjs') && hasClass(code, 'language-mermaid'),
  );
  for (const [pre, code] of charts) replaceByDivision(pre, 'mermaid', code.children);
  return charts.length > 0;
}

function codeBlocksAmong(elements: readonly Element[]): readonly (readonly [pre: Element, code: Element])[] {
  const found: [Element, Element][] = [];
  for (const code of elements) {
    if (code.name === 'code' && code.parent?.kind === 'element' && code.parent.name === 'pre') {
      found.push([code.parent, code]);
    }
  }
  return found;
}

/** Puts a `div` with the content of an element in its place, as Wiki.js does by way of HTML. */
function replaceByDivision(element: Element, name: string, content: readonly ChildNode[]): void {
  const division = createElement('div', { class: name });
  for (const node of content) append(division, node);
  const parsed = reparsed(division);
  const [first] = parsed;
  if (first?.kind === 'element') first.origin = element.origin;
  replace(element, parsed);
}
