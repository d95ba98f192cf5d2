import type { Page } from '../page/page.ts';
import type { OffsetRange } from '../util/range.ts';
import type { RenderingSettings } from '../wiki/settings.ts';
import { blocksOf } from './blocks.ts';

/** A heading and what belongs to it: all up to the next heading that is not below it. A tabset and its tabs are sections too. */
export interface Section {
  readonly level: number;
  readonly text: string;
  readonly headingRange: OffsetRange;
  /** From the heading's first character to the last that is no white space. */
  readonly range: OffsetRange;
}

/** The sections of a page in document order, those within others behind them. */
export function sectionsOf(page: Page, text: string, rendering: RenderingSettings): Section[] {
  const headings =
    page.contentType === 'markdown'
      ? blocksOf(page, text, rendering).flatMap(({ heading, range, depth }) =>
          heading === undefined || depth > 0 ? [] : [{ ...heading, headingRange: range }],
        )
      : page.headings.map(({ level, text: words, range }) => ({ level, text: words, headingRange: range }));
  return headings.map((heading, index) => {
    const next = headings.slice(index + 1).find(({ level }) => level <= heading.level);
    const end = next?.headingRange.start ?? text.length;
    const { start } = heading.headingRange;
    return { ...heading, range: { start, end: start + text.slice(start, end).trimEnd().length } };
  });
}
