import { lineOf, readSourceMarks } from './sourceMarks.ts';

/** What a double click has its own meaning in: links are followed, tabs are chosen, fields are filled in. */
const notForSource = 'a, button, input, select, textarea, label, summary, audio, video, iframe, [role=tab]';

/** Calls `open` with the line of the source, zero-based, that a double click on the page or a notice's button is about. */
export function goToSource(page: HTMLElement, open: (line: number) => void): void {
  page.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('.aux-notices button.aux-place') : null;
    const line = button?.getAttribute('data-to-line');
    if (line != null) open(Number(line));
  });
  page.addEventListener('dblclick', (event) => {
    const target = event.target instanceof Element ? event.target : undefined;
    if (target === undefined || target.closest('.contents') === null || target.closest(notForSource) !== null) return;
    const marks = readSourceMarks(page, undefined);
    const block = target.closest('[data-line]');
    const line = marks.lineAt(event.clientY + window.scrollY);
    open(Math.floor(block === null ? line : lineWithin(block, line, marks.elements)));
  });
}

/** Blocks side by side share their height: the one that was clicked decides, and the place in it as far as it is one of its lines. */
function lineWithin(block: Element, line: number, blocks: readonly Element[]): number {
  const first = lineOf(block);
  const next = blocks.map(lineOf).filter((other) => other > first);
  return line > first && line < Math.min(...next) ? line : first;
}
