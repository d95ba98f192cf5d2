import type { CompletionItem, CompletionList } from 'vscode-languageserver';

/** More than this no one reads; the editor asks again as more is typed. */
export const mostItems = 200;

/** Items in the order that they are to be shown in, whatever the editor thinks of their labels. */
export function inOrder(items: readonly CompletionItem[], isIncomplete = false): CompletionList {
  return {
    isIncomplete: isIncomplete || items.length > mostItems,
    items: items.slice(0, mostItems).map((item, index) => ({ ...item, sortText: String(index).padStart(3, '0') })),
  };
}

/**
 * What an editor compares with the typed text: first what begins with that text, so that all items fit it equally well and
 * stay in their order; the text itself where the item fits in a way that only we know. Then what else is known, so that
 * they still fit when more is typed before the editor has asked again. Nothing stands there twice: editors deduct for that.
 * Only for lists that are incomplete: in another, what is typed later would be compared with the wrong letters.
 */
export function filterText(typed: string, ...words: readonly string[]): string {
  const lower = typed.toLowerCase();
  const first = words.find((word) => word.toLowerCase().startsWith(lower));
  return [first ?? typed, ...words.filter((word) => word !== first)].filter((word) => word !== '').join(' ');
}
