/** Without what has the focus only while it is too wide, so that the others keep their number. */
const focusable =
  'a[href], area[href], button, summary, input, select, textarea, audio, video, [tabindex]:not(pre, table, span, div:not([role]))';

/** Where the focus is in the page, as a number that `restoreFocus` understands; -1 where it is in none of its elements. */
export function focusedIndex(page: ParentNode): number {
  const { activeElement } = document;
  if (activeElement === null || activeElement === document.body) return -1;
  return [...page.querySelectorAll(focusable)].indexOf(activeElement);
}

/** Puts the focus back, in a page that has been made anew; nothing is scrolled. */
export function restoreFocus(page: ParentNode, index: number): void {
  const element = page.querySelectorAll(focusable)[index];
  if (element instanceof HTMLElement || element instanceof SVGElement) element.focus({ preventScroll: true });
}

/** Puts the focus where reading goes on. What cannot have it otherwise has it until it goes elsewhere. */
export function focusOn(element: Element): void {
  // The focus of another part of VS Code stays there.
  if (!document.hasFocus() || !(element instanceof HTMLElement || element instanceof SVGElement)) return;
  if (!element.matches(focusable)) {
    element.setAttribute('tabindex', '-1');
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  }
  element.focus({ preventScroll: true });
}

/** Lets `update` change the page; the focus stays where it was, also where the element that had it was made anew. */
export function keepFocus(page: ParentNode, update: () => void): void {
  const before = focusedIndex(page);
  update();
  if (before >= 0 && focusedIndex(page) < 0 && document.hasFocus()) restoreFocus(page, before);
}
