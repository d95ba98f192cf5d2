import type { Page } from '../../page/page.ts';

/** A line without its ending; lines count from zero. */
export function lineText({ lineStarts }: Page, text: string, line: number): string {
  return text.slice(lineStarts[line] ?? text.length, lineStarts[line + 1] ?? text.length).replace(/[\r\n]+$/, '');
}

/**
 * What a comment above a line may begin with, the likeliest first: the marks of the quotes and the indentation of the line;
 * where a list's item begins on it, the indentation of the item before.
 */
export function commentPrefixes(line: string): string[] {
  const around = /^[\s>]*/.exec(line)?.[0] ?? '';
  const marks = /^(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+/.exec(line.slice(around.length))?.[0] ?? '';
  const quote = /^[\s>]*>/.exec(around)?.[0] ?? '';
  const indented =
    marks === '' ? [] : [`${around}${' '.repeat(marks.length)}`, `${around}${' '.repeat(marks.search(/\s/) + 1)}`];
  return [...new Set([around, ...indented, quote === '' ? '' : `${quote} `])];
}

/**
 * The lines around a line up to the next blank ones, and the line of attributes behind those, which belongs to the block
 * above. Both ends are included and count from zero.
 */
export function blockAround(page: Page, text: string, line: number): { first: number; last: number } {
  const lowest = lineOfContent(page);
  const isBlank = (at: number) => lineText(page, text, at).trim() === '';
  const highest = page.lineStarts.length - 1;
  let first = line;
  while (first > lowest && !isBlank(first - 1)) first--;
  let last = line;
  const goDown = () => {
    while (last < highest && !isBlank(last + 1)) last++;
  };
  goDown();
  const following = last + 2;
  if (following <= highest && lineText(page, text, following).startsWith('{')) {
    last = following;
    goDown();
  }
  return { first, last };
}

function lineOfContent({ lineStarts, contentStart }: Page): number {
  const line = lineStarts.findIndex((start) => start >= contentStart);
  return line < 0 ? 0 : line;
}
