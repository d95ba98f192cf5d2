import type { Page } from '../page/page.ts';
import type { OffsetRange } from '../util/range.ts';

/** A footnote's definition: `[^label]: what it says`. */
export interface FootnoteDefinition {
  readonly label: string;
  /** The first line of what it says. */
  readonly note: string;
  readonly labelRange: OffsetRange;
  /** Its first line, from the bracket on. */
  readonly range: OffsetRange;
}

/** A place that refers to a footnote: `[^label]`. */
export interface FootnoteMark {
  readonly label: string;
  readonly labelRange: OffsetRange;
  readonly range: OffsetRange;
}

/** The definitions of footnotes in a page's text, in order; those in code are none. */
export function footnoteDefinitions(text: string, page: Page): FootnoteDefinition[] {
  if (page.contentType !== 'markdown' || !text.includes('[^')) return [];
  const definitions: FootnoteDefinition[] = [];
  let fence: string | undefined;
  for (const match of text
    .slice(page.contentStart)
    .matchAll(/^(?:[ \t>]*(`{3,}|~{3,})([^\r\n]*)|([ >]{0,6})(\[\^([^\s\]]+)\]:[ \t]*([^\r\n]*)))/gm)) {
    const [, marker, info = '', lead = '', definition = '', label = '', note = ''] = match;
    if (marker !== undefined) {
      if (fence === undefined) fence = marker;
      else if (marker.startsWith(fence) && info.trim() === '') fence = undefined;
    } else if (fence === undefined) {
      const start = page.contentStart + match.index + lead.length;
      const labelRange = { start: start + 2, end: start + 2 + label.length };
      definitions.push({ label, note: note.trim(), labelRange, range: { start, end: start + definition.length } });
    }
  }
  return definitions;
}

/** The places of a page that refer to footnotes, in order; a footnote that stands inline has no label. */
export function footnoteMarks(text: string, page: Page): FootnoteMark[] {
  return page.links.flatMap(({ form, range }) => {
    if (form !== 'footnote') return [];
    const label = /^\[\^([^\s\]]+)\]$/.exec(text.slice(range.start, range.end))?.[1];
    if (label === undefined) return [];
    return [{ label, range, labelRange: { start: range.start + 2, end: range.end - 1 } }];
  });
}
