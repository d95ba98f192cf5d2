import { addClasses, attributeOf, hasClass, removeAttribute } from './attributes.ts';
import { parseFragment } from './parse.ts';
import { concatenate, type Markup, serialize } from './serialize.ts';
import { type Element, elementsIn, type Root, replace } from './tree.ts';

/** Marks each `pre > code` for the highlighter that runs in the browser. Rules reference (f), codehighlighter. */
export function markCodeBlocks(document: Root): void {
  for (const [pre, code] of codeBlocksIn(document)) {
    if (attributeOf(code, 'class')?.includes('language-') !== true) addClasses(code, 'language-');
    addClasses(pre, 'prismjs', 'line-numbers');
  }
}

/** Makes draw.io diagrams out of `pre.diagram`, without the `content` that would open in the editor. Rules reference (f), diagram. */
export function unwrapDiagrams(document: Root): void {
  for (const pre of elementsIn(document)) {
    if (pre.name !== 'pre' || !hasClass(pre, 'diagram')) continue;
    for (const child of pre.children) {
      if (child.kind === 'element' && child.name === 'svg') removeAttribute(child, 'content');
    }
    replaceByDivision(pre, 'diagram', serialize(pre.children));
  }
}

/** Makes charts out of code blocks in the language `mermaid`. Rules reference (f), mermaid. */
export function unwrapMermaid(document: Root): void {
  for (const [pre, code] of codeBlocksIn(document)) {
    if (!hasClass(pre, 'prismjs') || !hasClass(code, 'language-mermaid')) continue;
    replaceByDivision(pre, 'mermaid', serialize(code.children));
  }
}

function codeBlocksIn(document: Root): readonly (readonly [pre: Element, code: Element])[] {
  const found: [Element, Element][] = [];
  for (const code of elementsIn(document)) {
    if (code.name === 'code' && code.parent?.kind === 'element' && code.parent.name === 'pre') {
      found.push([code.parent, code]);
    }
  }
  return found;
}

function replaceByDivision(element: Element, name: string, content: Markup): void {
  const parsed = parseFragment(concatenate(`<div class="${name}">`, content, '</div>'));
  const [division] = parsed;
  if (division?.kind === 'element') division.origin = element.origin;
  replace(element, parsed);
}
