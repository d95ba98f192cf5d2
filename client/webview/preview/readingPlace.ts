import type { PreviewState } from '../../src/preview/messages.ts';
import { chosenTabs, restoreTabs } from './tabs.ts';

/** Where a reader is in a page, and what they have opened. */
export type ReadingPlace = Pick<PreviewState, 'scroll' | 'tabs' | 'open'>;

/** The reader's place in the shown page. */
export function readingPlace(page: ParentNode): ReadingPlace {
  return { scroll: window.scrollY, tabs: chosenTabs(page), open: allDetails(page).map(({ open }) => open) };
}

/** Brings a reader back to a place, and keeps it until they scroll themselves. */
export function restorePlace(page: ParentNode, place: ReadingPlace): void {
  restoreTabs(page, place.tabs);
  allDetails(page).forEach((details, index) => {
    details.open = place.open[index] ?? details.open;
  });
  const scroll = () => window.scrollTo(0, place.scroll);
  scroll();
  // Images that load above the place push it down.
  const images = [...page.querySelectorAll('img')].filter((image) => !image.complete);
  for (const image of images) image.addEventListener('load', scroll, { once: true });
  const stop = () => {
    for (const image of images) image.removeEventListener('load', scroll);
  };
  for (const type of ['wheel', 'keydown', 'pointerdown']) window.addEventListener(type, stop, { once: true });
}

function allDetails(page: ParentNode): HTMLDetailsElement[] {
  return [...page.querySelectorAll('details')];
}
