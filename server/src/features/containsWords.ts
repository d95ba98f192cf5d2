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
