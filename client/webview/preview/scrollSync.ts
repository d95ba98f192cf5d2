import { lineOf, readMarksAt, readSourceMarks } from './sourceMarks.ts';

/** Keeps the page's scroll with the editor's, and tells of the reader's own. */
export interface ScrollSync {
  /** Scrolls to a line of the source, zero-based, and stays with it while the page grows and shrinks around it. */
  follow(line: number, lineCount: number): void;
  /** The reader has gone to an element, which is shown by now: its line is told, not the one that is some pixels above. */
  wentTo(element: Element): void;
  /** The page has changed; a new one begins where it is now. */
  pageChanged(isNew: boolean): void;
  /** The source's number of lines, if the editor has told it. */
  readonly lineCount: number | undefined;
}

/** How long after a change of the page's size a scroll is the browser's own, in milliseconds. */
const settling = 80;
/** How long after a key or a turn of the wheel a scroll is the reader's, in milliseconds. */
const inputLasts = 500;

/**
 * @param scrolled called with the line that is at the top after the reader has scrolled; not after `follow`, and not where
 * the browser keeps the place while the page changes
 */
export function syncScroll(page: HTMLElement, scrolled: (line: number) => void): ScrollSync {
  let followed: number | undefined;
  let lineCount: number | undefined;
  let expected = window.scrollY;
  let settledAt = 0;
  let inputUntil = 0;
  let isTelling = false;

  function scrollToFollowed(): void {
    if (followed === undefined) return;
    // Rounded up: a place is scrolled to by whole pixels, and less would leave the block before it at the top.
    window.scrollTo({ top: Math.ceil(readMarksAt(page, followed, lineCount).topOf(followed)), behavior: 'instant' });
    expected = window.scrollY;
  }

  function changed(): void {
    settledAt = performance.now() + settling;
    // A page that has become shorter may have pulled the place up.
    expected = window.scrollY;
    scrollToFollowed();
  }

  function onScroll(): void {
    const isEcho = Math.abs(window.scrollY - expected) < 1;
    const now = performance.now();
    expected = window.scrollY;
    if (isEcho || (now < settledAt && now > inputUntil)) return;
    followed = undefined;
    if (isTelling) return;
    isTelling = true;
    window.requestAnimationFrame(() => {
      isTelling = false;
      if (followed === undefined) scrolled(readSourceMarks(page, lineCount).lineAt(window.scrollY));
    });
  }

  new ResizeObserver(changed).observe(page);
  window.addEventListener('scroll', onScroll, { passive: true });
  for (const type of ['wheel', 'keydown', 'pointerdown', 'pointermove', 'touchmove']) {
    const listener = (event: Event) => {
      // A scrollbar is dragged with a button down.
      if (event instanceof PointerEvent && event.buttons === 0) return;
      inputUntil = performance.now() + inputLasts;
    };
    window.addEventListener(type, listener, { passive: true });
  }
  return {
    follow(line, count) {
      followed = line;
      lineCount = count;
      scrollToFollowed();
    },
    wentTo(element) {
      followed = undefined;
      expected = window.scrollY;
      const block = element.closest('.contents [data-line]');
      scrolled(block === null ? readSourceMarks(page, lineCount).lineAt(window.scrollY) : lineOf(block));
    },
    pageChanged(isNew) {
      if (isNew) {
        followed = undefined;
        lineCount = undefined;
      }
      changed();
    },
    get lineCount() {
      return lineCount;
    },
  };
}
