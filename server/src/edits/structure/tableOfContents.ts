import type { Heading, Page } from '../../page/page.ts';
import { writeDestination } from '../destination.ts';
import { lineEndingOf } from '../lineEnding.ts';
import type { ContentsPlace } from '../markdownTools.ts';
import { planOf, type Replacement } from '../plan.ts';
import type { PlanOrReason } from '../renameHeading.ts';
import { linkText } from './linkText.ts';

/** What stands around a list of ours, so that it is found again. A reader of the site sees nothing of it. */
const marks = { opening: '<!-- toc -->', closing: '<!-- /toc -->' } as const;

/**
 * Puts a list of a page's headings where it goes, or brings the list there up to date. The anchors are those that the site
 * has, of the page as it is: Wiki.js's slugs, with numbers where headings have the same text.
 */
export function tableOfContents(page: Page, text: string, place: ContentsPlace): PlanOrReason {
  const start = place.kind === 'new' ? place.offset : place.range.start;
  // A list without marks is known by its items, which are links alone.
  const headings = listedHeadings(page, text, start).filter(({ id }) => id !== null || place.kind !== 'list');
  if (headings.length === 0) return { reason: 'The page has no headings to be listed.' };
  const lineEnding = lineEndingOf(text);
  const list = listOf(headings, text, place.kind === 'list' ? place.bullet : '-').join(lineEnding);
  const { range, newText } = replacementFor(place, list, lineEnding, text);
  if (text.slice(range.start, range.end) === newText) return { reason: 'The table of contents is up to date.' };
  return { plan: planOf({ kind: 'change', file: page.file, range, newText }) };
}

function replacementFor(place: ContentsPlace, list: string, lineEnding: string, text: string): Replacement {
  const apart = lineEnding + lineEnding;
  if (place.kind === 'list') return { range: place.range, newText: list };
  if (place.kind === 'between') return { range: place.range, newText: apart + list + apart };
  const { offset } = place;
  const before = /(?:^|[\r\n])[ \t]*(?:\r\n|\r|\n)$|^$/.test(text.slice(Math.max(0, offset - 200), offset))
    ? ''
    : lineEnding;
  const after = /^[ \t]*(?:[\r\n]|$)/.test(text.slice(offset, offset + 200)) ? lineEnding : apart;
  const newText = `${before}${marks.opening}${apart}${list}${apart}${marks.closing}${after}`;
  return { range: { start: offset, end: offset }, newText };
}

/** All but the only heading of the first level, which is the page's title, and the heading of the list itself. */
function listedHeadings({ headings }: Page, text: string, start: number): readonly Heading[] {
  const titles = headings.filter(({ level }) => level === 1);
  const above = headings.findLast(({ range }) => range.end <= start);
  const ofList =
    above !== undefined && /^[^\r\n]*\s*(?:<!--[^>]*-->)?\s*$/.test(text.slice(above.range.end, start))
      ? above
      : undefined;
  return headings.filter(
    (heading) => heading !== ofList && heading.text !== '' && (titles.length > 1 || heading !== titles[0]),
  );
}

/** The lines of a list in which a heading lies below the nearest higher one before it. */
function listOf(headings: readonly Heading[], text: string, bullet: string): string[] {
  const above: number[] = [];
  return headings.map((heading) => {
    while ((above.at(-1) ?? 0) >= heading.level) above.pop();
    const line = `${'  '.repeat(above.length)}${bullet} ${entryOf(heading, text)}`;
    above.push(heading.level);
    return line;
  });
}

/** A heading without an id, which Wiki.js takes from some, can be named, but not linked to. */
function entryOf({ id, text: shown, textRange }: Heading, text: string): string {
  const source = text.slice(textRange.start, textRange.end);
  // As the author writes it, where that means the same within a link; formulas too, whose text reads otherwise.
  const label = plainText.test(source) ? source : linkText(shown);
  return id === null ? label : `[${label}](${writeDestination(`#${id}`, 'bare')})`;
}

/** Words, code and formulas, with nothing that Markdown or Wiki.js reads in another way within a link. */
const plainText = /^(?:[\p{L}\p{N}\p{M} ,.?%/()'’“”–—-]|`[^`[\]|]+`|\$[^$[\]|]+\$)*$/u;
