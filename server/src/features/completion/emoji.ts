import emojiByName from 'markdown-it-emoji/lib/data/full.mjs';
import { type CompletionItem, CompletionItemKind, type CompletionList } from 'vscode-languageserver';
import type { PageContext } from '../context.ts';
import { rangeIn } from '../positions.ts';
import { BestOf, fit, fitOf, queryOf } from '../ranking.ts';
import { filterText, inOrder, mostItems } from './completionItems.ts';
import type { InlineTyping } from './inlineTyping.ts';

/** So much of a name makes plain that it is one; before that a colon is just a colon. */
const plainLength = ':ab'.length;

/** The emoji that Wiki.js knows by name. Without being asked for, only once two letters of the name are there. */
export function completeEmoji(
  { page, wiki }: PageContext,
  typing: InlineTyping,
  isAskedFor: boolean,
): CompletionList | undefined {
  if (wiki.settings.rendering.markdownEmoji?.enabled === false) return undefined;
  if (typing.typed.length < plainLength && !isAskedFor) return undefined;
  const query = queryOf(typing.typed.slice(1).replaceAll('_', ' '));
  const best = new BestOf<CompletionItem>(mostItems);
  for (const [name, character] of Object.entries(emojiByName)) {
    const found = fitOf(query, [name.replaceAll('_', ' ')]);
    if (found > fit.part || !best.wants(found, name)) continue;
    best.add(found, name, {
      label: `:${name}:`,
      kind: CompletionItemKind.Value,
      labelDetails: { description: character },
      detail: character,
      filterText: filterText(typing.typed, `:${name}:`),
      textEdit: { range: rangeIn(page, typing.range), newText: `:${name}:` },
    });
  }
  return inOrder(best.values, true);
}
