import type { Position, Range } from 'vscode-languageserver';
import type { Page } from '../page/page.ts';
import { offsetAt, positionAt } from '../util/lines.ts';
import type { OffsetRange } from '../util/range.ts';

/** An LSP range (zero-based, UTF-16) of a range of a page's text. */
export function rangeIn(page: Page, range: OffsetRange): Range {
  return { start: positionAt(page.lineStarts, range.start), end: positionAt(page.lineStarts, range.end) };
}

/** The offset of an LSP position in a page's text. */
export function offsetIn(page: Page, position: Position): number {
  return offsetAt(page.lineStarts, position);
}
