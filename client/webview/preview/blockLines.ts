/** Gives elements their lines in the place of the indices that they came with; gives these back. */
export function markLines(part: ParentNode, lines: readonly number[]): number[] {
  return [...part.querySelectorAll('[data-line]')].map((element) => {
    const index = Number(element.getAttribute('data-line'));
    setLine(element, lines[index]);
    return index;
  });
}

/** Writes a zero-based line on an element. */
export function setLine(element: Element, line: number | undefined): void {
  const text = String(line ?? 0);
  if (element.getAttribute('data-line') !== text) element.setAttribute('data-line', text);
}

/** The elements that have a line, in document order. */
export function markedElements(nodes: readonly ChildNode[]): Element[] {
  const elements = nodes.filter((node) => node instanceof Element);
  return elements.flatMap((element) => [
    ...(element.hasAttribute('data-line') ? [element] : []),
    ...element.querySelectorAll('[data-line]'),
  ]);
}
