import { createLineMap, type LineMap, type Mark } from '../../src/preview/lineMap.ts';

/** The shown page's blocks that have a line, in document order, and the map between lines and places. */
export interface SourceMarks extends LineMap {
  readonly elements: readonly Element[];
}

/**
 * Reads where the blocks of the page are shown by now.
 *
 * @param lineCount the source's number of lines; undefined where nobody has told it yet
 */
export function readSourceMarks(page: ParentNode, lineCount: number | undefined): SourceMarks {
  const elements = [...page.querySelectorAll('.contents [data-line]')];
  const marks = elements.map((element): Mark => {
    const isShown = element.checkVisibility();
    return { line: lineOf(element), top: isShown ? element.getBoundingClientRect().top + window.scrollY : undefined };
  });
  const bottom = page.querySelector('.contents')?.getBoundingClientRect().bottom ?? 0;
  return { elements, ...createLineMap(marks, { line: lineCount ?? 0, top: bottom + window.scrollY }) };
}

/** The zero-based line at which a block begins that has one. */
export function lineOf(block: Element): number {
  return Number(block.getAttribute('data-line'));
}
