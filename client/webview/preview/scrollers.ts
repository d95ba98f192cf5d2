/** What is wider than the page at times: it scrolls by itself. */
const wide = '.contents :is(pre, table, .table-container, .katex-display, .mermaid)';

/** Longer than a key is held, in milliseconds: what is typed in needs no focus. */
const pause = 200;

/**
 * Lets the keyboard reach what scrolls by itself, and only that: code that fits would be one more stop on the way.
 * Gives back what tells that the page has changed.
 */
export function reachScrollers(page: HTMLElement): () => void {
  let waiting: number | undefined;

  function reach(): void {
    for (const element of page.querySelectorAll(wide)) {
      if (element.scrollWidth > element.clientWidth) element.setAttribute('tabindex', '0');
      else if (element.hasAttribute('tabindex')) element.removeAttribute('tabindex');
    }
  }

  function soon(): void {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(reach, pause);
  }

  new ResizeObserver(soon).observe(page);
  page.addEventListener('toggle', soon, true);
  return soon;
}
