import { rewriteHeading } from '../../edits/renameHeading.ts';
import type { Heading, Page } from '../../page/page.ts';
import { lineStartsOf } from '../../util/lines.ts';
import { type OffsetRange, touches } from '../../util/range.ts';
import type { PageContext } from '../context.ts';
import type { Renameable } from './renameable.ts';

/** The name of a heading, or its own id if the cursor is on that: `{#id}`, or HTML's attribute. */
export function headingName(context: PageContext, heading: Heading, offset: number): Renameable {
  const { page, text } = context;
  const id = explicitId(heading, text);
  const range = id !== undefined && touches(id, offset) ? id : heading.textRange;
  return renameIn(context, page, text, range, range);
}

/** The name of the heading that a fragment leads to, which may stand on another page; its own id if it has one. */
export async function fragmentName(
  context: PageContext,
  page: Page,
  heading: Heading,
  fragmentRange: OffsetRange,
): Promise<Renameable | undefined> {
  const text = page === context.page ? context.text : await context.files.textOf(page.file);
  // A file that has changed on disk a moment ago is another text than the one that the facts are of.
  if (text === undefined || lineStartsOf(text).join() !== page.lineStarts.join()) return undefined;
  return renameIn(context, page, text, explicitId(heading, text) ?? heading.textRange, fragmentRange);
}

function renameIn({ wiki }: PageContext, page: Page, text: string, named: OffsetRange, range: OffsetRange): Renameable {
  return {
    range,
    name: text.slice(named.start, named.end),
    rename: async (name) => rewriteHeading(wiki, page, text, named, name),
  };
}

/** Where a heading's own id is written; undefined if it has none. */
function explicitId({ range, textRange }: Heading, text: string): OffsetRange | undefined {
  const behind = /^\s*\{[^{}]*?#([^\s{}.#]+)[^{}]*\}/.exec(text.slice(textRange.end, range.end));
  if (behind?.[1] !== undefined) {
    const start = textRange.end + behind[0].indexOf('#') + 1;
    return { start, end: start + behind[1].length };
  }
  const tag = /^<h[1-6](?:\s[^<>]*?)?\sid\s*=\s*["']?([^\s"'<>]+)/i.exec(text.slice(range.start, textRange.start));
  if (tag?.[1] === undefined) return undefined;
  const end = range.start + tag[0].length;
  return { start: end - tag[1].length, end };
}
