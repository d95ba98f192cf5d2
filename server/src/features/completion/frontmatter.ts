import { type CompletionItem, CompletionItemKind, type CompletionList, type Range } from 'vscode-languageserver';
import { frontmatterKey, frontmatterKeys } from '../frontmatterKeys.ts';
import { rangeIn } from '../positions.ts';
import { BestOf, fit, fitOf, queryOf } from '../ranking.ts';
import type { CompletionInput } from './completionInput.ts';
import { filterText, inOrder, mostItems } from './completionItems.ts';
import type { FrontmatterTyping } from './frontmatterTyping.ts';

type Key = Extract<FrontmatterTyping, { kind: 'frontmatter-key' }>;
type Value = Extract<FrontmatterTyping, { kind: 'frontmatter-value' }>;

/** More than a wiki can have: tags are sorted by how many pages they lack of it. */
const mostPages = 999_999;

/** Shows what can be chosen next, in VS Code. */
const suggest = { title: 'Suggest', command: 'editor.action.triggerSuggest' };

/** The keys that Wiki.js knows and that are not there yet, in the order in which it writes them. */
export function completeFrontmatterKeys({ page, clientCommands }: CompletionInput, typing: Key): CompletionList {
  const missing = frontmatterKeys.filter(({ key }) => !typing.presentKeys.has(key));
  return inOrder(
    missing.map(({ key, documentation }) => ({
      label: key,
      kind: CompletionItemKind.Property,
      documentation: { kind: 'markdown', value: documentation },
      textEdit: { range: rangeIn(page, typing.range), newText: `${key}: ` },
      ...(clientCommands && { command: suggest }),
    })),
  );
}

/** The tags of the wiki, the most used first; for other keys the values that make sense. */
export function completeFrontmatterValues(input: CompletionInput, typing: Value): CompletionList | undefined {
  const range = rangeIn(input.page, typing.range);
  if (typing.key === 'tags') return completeTags(input, typing, range);
  const values = frontmatterKey(typing.key)?.values?.(input);
  if (values === undefined) return undefined;
  return inOrder(
    values.map((value) => ({
      label: value,
      kind: CompletionItemKind.Value,
      textEdit: { range, newText: value },
    })),
  );
}

function completeTags({ wiki, text, page }: CompletionInput, typing: Value, range: Range): CompletionList {
  // Wiki.js tells tags apart by a comma and a space.
  const space = text[typing.range.start - 1] === ',' ? ' ' : '';
  const query = queryOf(typing.typed);
  const best = new BestOf<CompletionItem>(mostItems);
  // The tag that is being typed is one of the page's own already; it is no help to offer it.
  const begun = text.slice(typing.range.start, typing.range.end).trim().toLowerCase();
  for (const [tag, pages] of wiki.tags()) {
    const count = tag === begun && page.tags.includes(tag) ? pages - 1 : pages;
    const found = count === 0 || tag === '' || typing.others.includes(tag) ? fit.none : fitOf(query, [tag]);
    const key = `${String(mostPages - count).padStart(6, '0')} ${tag}`;
    if (found === fit.none || !best.wants(found, key)) continue;
    best.add(found, key, {
      label: tag,
      kind: CompletionItemKind.Keyword,
      labelDetails: { description: count === 1 ? '1 page' : `${count} pages` },
      filterText: filterText(typing.typed, tag),
      textEdit: { range, newText: space + tag },
    });
  }
  return inOrder(best.values, true);
}
