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
  return measured(page, [...page.querySelectorAll('.contents [data-line]')], lineCount);
}

/**
 * The same as far as it is needed to say where one line is shown: on a long page, to measure every block takes longer than
 * to change one.
 */
export function readMarksAt(page: ParentNode, line: number, lineCount: number | undefined): SourceMarks {
  const elements = [...page.querySelectorAll('.contents [data-line]')];
  const lines = elements.map(lineOf);
  const isShown = (index: number) => elements[index]?.checkVisibility() === true;
  const block = nearest(lines, { line, index: elements.length }, -1, isShown);
  const needed = new Set<number>();
  if (block !== undefined) needed.add(block);
  const next = nearest(lines, { line: lines[block ?? -1] ?? -1, index: block ?? -1 }, 1, isShown);
  if (next !== undefined) needed.add(next);
  // It ends where the next one begins that is not beside it.
  const top = elements[block ?? -1]?.getBoundingClientRect().top ?? Number.NEGATIVE_INFINITY;
  for (let index = (block ?? -1) + 1; index < elements.length; index++) {
    if (!isShown(index)) continue;
    needed.add(index);
    if ((elements[index]?.getBoundingClientRect().top ?? 0) > top) break;
  }
  return measured(
    page,
    elements.filter((_, index) => needed.has(index)),
    lineCount,
  );
}

/** The index before (-1) or after (1) a place in the order of lines, and of the document where they are the same. */
function nearest(
  lines: readonly number[],
  place: { readonly line: number; readonly index: number },
  direction: -1 | 1,
  isShown: (index: number) => boolean,
): number | undefined {
  for (let from = place; ; ) {
    let found: { readonly line: number; readonly index: number } | undefined;
    for (const [index, line] of lines.entries()) {
      const isBeyond = direction * (line - from.line || index - from.index) > 0;
      if (isBeyond && (found === undefined || direction * (found.line - line || found.index - index) > 0)) {
        found = { line, index };
      }
    }
    if (found === undefined || isShown(found.index)) return found?.index;
    from = found;
  }
}

function measured(page: ParentNode, elements: readonly Element[], lineCount: number | undefined): SourceMarks {
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
