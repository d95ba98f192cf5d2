import type { FrontmatterEntry } from '../../page/frontmatter.ts';
import type { Page } from '../../page/page.ts';
import type { OffsetRange } from '../../util/range.ts';

/** The entry of a key, if Wiki.js reads the frontmatter at all; YAML gives the last one where a key stands twice. */
export function readEntry(page: Page, key: string): FrontmatterEntry | undefined {
  return page.frontmatter.state === 'read'
    ? page.frontmatter.entries.findLast((entry) => entry.key === key)
    : undefined;
}

/** The place to mark for an entry: its value, or its key where the value is empty. */
export function placeOf(entry: FrontmatterEntry): OffsetRange {
  return entry.valueRange.end > entry.valueRange.start ? entry.valueRange : entry.keyRange;
}

/** The value as it is written. */
export function writtenValue(text: string, entry: FrontmatterEntry): string {
  return text.slice(entry.valueRange.start, entry.valueRange.end);
}

/** How a value of the wrong type is called in a message. */
export function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (value instanceof Date) return 'a date';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a mapping' : `a ${typeof value}`;
}

/** The first line of a file: where a problem of the whole file is shown. */
export function firstLine(page: Page): OffsetRange {
  return { start: 0, end: page.lineStarts[1] ?? page.contentStart };
}
