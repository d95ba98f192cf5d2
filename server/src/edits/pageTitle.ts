import type { Page } from '../page/page.ts';

/** A title for a page that has none: its first heading of the first level, else the last segment of its path in words. */
export function suggestedTitle(page: Page): string {
  const heading = page.headings.find(({ level, text }) => level === 1 && text !== '');
  return heading?.text ?? titleOfPath(page.address.path);
}

/** The last segment of a path in words: `community/getting-started` gives `Getting started`. */
export function titleOfPath(path: string): string {
  const words = path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/[-_]+/g, ' ')
    .trim();
  return words === '' ? 'Home' : words.charAt(0).toUpperCase() + words.slice(1);
}
