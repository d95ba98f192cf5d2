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
 * What an editor compares with the typed text: first that text itself, so that all items fit it equally well and stay in
 * their order; then what else is known, so that they still fit when more is typed before the editor has asked again.
 * Only for lists that are incomplete: in another, what is typed later would be compared with the wrong letters.
 */
export function filterText(typed: string, ...words: readonly string[]): string {
  return [typed, ...words].filter((word) => word !== '').join(' ');
}
