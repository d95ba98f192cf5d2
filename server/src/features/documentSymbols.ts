import { type CancellationToken, type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import type { PageContext } from './context.ts';
import { rangeIn } from './positions.ts';
import { sectionsOf } from './sections.ts';

/** The outline of a page: its headings, each below the one that its section lies in. */
export async function documentSymbols(
  { page, text, wiki }: PageContext,
  _token: CancellationToken,
): Promise<DocumentSymbol[]> {
  const roots: DocumentSymbol[] = [];
  const open: { level: number; children: DocumentSymbol[] }[] = [{ level: 0, children: roots }];
  for (const { level, text: words, headingRange, range } of sectionsOf(page, text, wiki.settings.rendering)) {
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const children: DocumentSymbol[] = [];
    open.at(-1)?.children.push({
      // LSP wants a name that is not empty.
      name: words.trim() || '#'.repeat(level),
      kind: SymbolKind.String,
      range: rangeIn(page, range),
      selectionRange: rangeIn(page, headingRange),
      children,
    });
    open.push({ level, children });
  }
  return roots;
}
