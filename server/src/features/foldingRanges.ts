import { type CancellationToken, type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import type { OffsetRange } from '../util/range.ts';
import { blocksOf } from './blocks.ts';
import type { PageContext } from './context.ts';
import { rangeIn } from './positions.ts';
import { sectionsOf } from './sections.ts';

const foldable: ReadonlySet<string> = new Set([
  'bullet_list',
  'ordered_list',
  'list_item',
  'blockquote',
  'table',
  'fence',
  'code_block',
  'html_block',
  'uml_diagram',
]);

/** What can be folded: the frontmatter, sections (tabsets and tabs among them), lists, quotes, tables and fences. */
export async function foldingRanges(
  { page, text, wiki }: PageContext,
  _token: CancellationToken,
): Promise<FoldingRange[]> {
  const { rendering } = wiki.settings;
  const folds = new Map<number, FoldingRange>();
  const add = (range: OffsetRange, kind?: FoldingRangeKind) => {
    const startLine = rangeIn(page, range).start.line;
    const endLine = rangeIn(page, range).end.line;
    // Of what begins on one line, the outer is folded.
    if (endLine > startLine && !folds.has(startLine))
      folds.set(startLine, { startLine, endLine, ...(kind && { kind }) });
  };
  if (page.frontmatter.range !== undefined) add(withoutEnd(page.frontmatter.range, text), FoldingRangeKind.Region);
  for (const { range } of sectionsOf(page, text, rendering)) add(range);
  for (const { type, range } of blocksOf(page, text, rendering)) if (foldable.has(type)) add(range);
  return [...folds.values()].sort((a, b) => a.startLine - b.startLine);
}

function withoutEnd({ start, end }: OffsetRange, text: string): OffsetRange {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}
