import type { DestinationTyping } from './typing.ts';

/** A path or fragment as it has to be written in a link of some form, so that the parser gives back the same URL. */
export function writeDestination(url: string, form: DestinationTyping['form']): string {
  const encoded = url.replace(/[\s<>"\\]/g, encodeURIComponent);
  if (form === 'attribute') return encoded.replaceAll('&', '&amp;').replaceAll("'", '%27');
  return form === 'bare' ? encoded.replaceAll('(', '%28').replaceAll(')', '%29') : encoded;
}

/** A file's URL: every segment encoded, apart from the letters that are easier to read as they are. */
export function urlOfAsset(file: string): string {
  return `/${file.replace(/[%#?\s]/g, encodeURIComponent)}`;
}

/** Whether all words of a text stand in another, whatever their order and case: what to leave out of a long list. */
export function containsWords(text: string, words: string): boolean {
  const lower = text.toLowerCase();
  return words
    .toLowerCase()
    .split(/[\s/]+/)
    .every((word) => isSubsequence(word, lower));
}

/** Whether the letters of a word stand in a text in this order, as editors match what is typed. */
function isSubsequence(word: string, text: string): boolean {
  let from = 0;
  for (const letter of word) {
    const found = text.indexOf(letter, from);
    if (found === -1) return false;
    from = found + letter.length;
  }
  return true;
}
