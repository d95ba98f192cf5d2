import type { TextChange } from '../../edits/plan.ts';
import type { Heading, Page } from '../../page/page.ts';

/** Gives a Markdown heading an id of its own; undefined for one that is written as HTML. */
export function changeHeadingId(page: Page, text: string, heading: Heading, id: string): TextChange | undefined {
  const { range, textRange, ownId } = heading;
  if (page.renderedAs !== 'markdown' || /^<h\d/i.test(text.slice(range.start, range.end))) return undefined;
  const end = textRange.end;
  const change = (start: number, length: number, newText: string): TextChange => {
    return { kind: 'change', file: page.file, range: { start, end: start + length }, newText };
  };
  const [tail = ''] = text.slice(end, range.end).split(/[\r\n]/, 1);
  const braces = tail.indexOf('{');
  if (braces < 0) return ownId === undefined ? change(end, 0, ` {#${id}}`) : undefined;
  if (ownId === undefined) return change(end + braces + 1, 0, `#${id} `);
  const written = tail.indexOf(`#${ownId}`);
  return written < 0 ? undefined : change(end + written, ownId.length + 1, `#${id}`);
}
