import { readMarksAt } from './sourceMarks.ts';

/** Shows which block the editor's cursor is in, by a thin bar beside it. */
export interface CursorBar {
  /** @param line zero-based */
  show(line: number): void;
  /** Puts the bar where the block is by now; a new page has none until the cursor is known. */
  pageChanged(isNew: boolean): void;
}

/** The bar stands outside of the page, so that nothing in the page changes with it. */
export function createCursorBar(page: HTMLElement): CursorBar {
  const bar = document.createElement('div');
  bar.className = 'aux-cursor';
  bar.setAttribute('aria-hidden', 'true');
  let line: number | undefined;

  function place(): void {
    const marks = line === undefined ? undefined : readMarksAt(page, line, undefined);
    const index = line === undefined ? undefined : marks?.markOf(line);
    const block = index === undefined ? undefined : marks?.elements[index];
    if (block === undefined) {
      bar.remove();
      return;
    }
    const { left, top, height } = block.getBoundingClientRect();
    bar.style.left = `${left + window.scrollX - 10}px`;
    bar.style.top = `${top + window.scrollY}px`;
    bar.style.height = `${height}px`;
    if (bar.parentNode !== page) page.append(bar);
  }

  new ResizeObserver(place).observe(page);
  page.addEventListener('toggle', place, true);
  return {
    show(next) {
      line = next;
      place();
    },
    pageChanged(isNew) {
      if (isNew) line = undefined;
      place();
    },
  };
}
