import { markdownFor } from '../page/contentHtml.ts';
import { normaliseContent } from '../page/fileOffsets.ts';
import { parseBlocksWithPositions } from '../page/markdown/positions.ts';
import type { Page } from '../page/page.ts';
import type { OffsetRange } from '../util/range.ts';
import type { RenderingSettings } from '../wiki/settings.ts';

/** A block of a page, as the parser sees it. */
export interface Block {
  /** markdown-it's name without `_open`: `heading`, `bullet_list`, `list_item`, `fence`, `table`, … */
  readonly type: string;
  /** From its first character to its last, in offsets of the file's text. */
  readonly range: OffsetRange;
  /** How many blocks are around it. */
  readonly depth: number;
  /** Of a heading. */
  readonly heading?: { readonly level: number; readonly text: string };
}

const known = new WeakMap<Page, readonly Block[]>();

/** The blocks of a Markdown page in document order, outer ones first; none of another page. Kept as long as the page is. */
export function blocksOf(page: Page, text: string, rendering: RenderingSettings): readonly Block[] {
  const found = known.get(page);
  if (found !== undefined) return found;
  const blocks = page.contentType === 'markdown' ? parseBlocks(page, text, rendering) : [];
  known.set(page, blocks);
  return blocks;
}

function parseBlocks({ contentStart, headings }: Page, text: string, rendering: RenderingSettings): Block[] {
  const normalised = normaliseContent(text.slice(contentStart), contentStart);
  const { tokens, positions } = parseBlocksWithPositions(markdownFor(rendering), normalised.text, {});
  const texts = new Map(headings.map((heading) => [heading.range.start, heading.text]));
  return tokens.flatMap((token, index) => {
    const place = token.type === 'inline' || token.nesting < 0 ? undefined : positions.blocks.get(token);
    if (place === undefined) return [];
    const range = normalised.fileRange(place);
    const block = { type: token.type.replace(/_open$/, ''), range, depth: token.level };
    if (block.type !== 'heading') return [block];
    // Headings that become tabs are none on the final page, so what they say is known as it is written.
    const written = (tokens[index + 1]?.content ?? '').replace(/\s*\{[^{}]*\}\s*$/, '');
    return [{ ...block, heading: { level: Number(token.tag.slice(1)), text: texts.get(range.start) ?? written } }];
  });
}
