import type { Page } from '../page/page.ts';

/** Whether two pages at one address look the same from outside: same file, title, description and anchors, published or not. */
export function looksTheSame(before: Page | undefined, after: Page | undefined): boolean {
  if (before === after) return true;
  if (before === undefined || after === undefined) return false;
  return (
    before.file === after.file &&
    before.title === after.title &&
    before.isPublished === after.isPublished &&
    before.description === after.description &&
    sameStrings(idsOf(before), idsOf(after)) &&
    sameStrings(before.otherIds, after.otherIds)
  );
}

/** Every id that a fragment reaches on the final page. */
export function anchorsOf(page: Page): ReadonlySet<string> {
  return new Set([...idsOf(page), ...page.otherIds]);
}

function idsOf(page: Page): string[] {
  return page.headings.flatMap((heading) => heading.id ?? []);
}

function sameStrings(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
