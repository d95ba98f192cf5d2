import type { CompletionItem, CompletionList } from 'vscode-languageserver';

/** More than this no one reads; the editor asks again as more is typed. */
export const mostItems = 200;

/**
 * Items in the order that they are to be shown in, whatever the editor thinks of their labels. The first of a ranked list
 * is selected even where other extensions offer something that fits equally well, as VS Code does with files' names.
 */
export function inOrder(items: readonly CompletionItem[], isRanked = false): CompletionList {
  return {
    isIncomplete: isRanked || items.length > mostItems,
    items: items.slice(0, mostItems).map((item, index) => ({
      ...item,
      sortText: String(index).padStart(3, '0'),
      ...(isRanked && index === 0 && { preselect: true }),
    })),
  };
}

/**
 * What an editor compares with the typed text: first what begins with just that text, so that all items fit it equally
 * well and stay in their order; that text itself where the item fits in a way that only we know. Then what else is known,
 * so that they still fit when more is typed before the editor has asked again.
 * Only for ranked lists, which are asked for again: in another, what is typed later would be compared with the wrong letters.
 */
export function filterText(typed: string, ...words: readonly string[]): string {
  const first = words.find((word) => word.startsWith(typed));
  return [first ?? typed, ...words.filter((word) => word !== first)].filter((word) => word !== '').join(' ');
}
