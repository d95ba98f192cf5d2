import type { FrontmatterEntry } from '../page/frontmatter.ts';
import type { Page } from '../page/page.ts';
import type { TextChange } from './plan.ts';

/** Replaces the value of one entry by text that is YAML already, on the line of its key. */
export function changeValue(page: Page, text: string, entry: FrontmatterEntry, yaml: string): TextChange {
  const { keyRange, valueRange } = entry;
  const between = text.slice(keyRange.end, valueRange.start);
  const isInPlace = /^[ \t]*:[ \t]+$/.test(between);
  const range = isInPlace ? valueRange : { start: keyRange.end, end: valueRange.end };
  return { kind: 'change', file: page.file, range, newText: isInPlace ? yaml : `: ${yaml}` };
}

/** Takes an entry out, with the whole of its lines. */
export function removeEntry(page: Page, text: string, entry: FrontmatterEntry): TextChange {
  const start = lineStart(text, entry.keyRange.start);
  const end = nextLineStart(text, Math.max(entry.valueRange.end, entry.keyRange.end));
  return { kind: 'change', file: page.file, range: { start, end }, newText: '' };
}

function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

function nextLineStart(text: string, offset: number): number {
  const rest = /\r\n|\n|\r/g;
  rest.lastIndex = offset;
  return rest.exec(text) === null ? text.length : rest.lastIndex;
}
