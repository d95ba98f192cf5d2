/** The line ending that a text uses: that of its first line, `\n` if it has only one. */
export function lineEndingOf(text: string): string {
  const feed = text.indexOf('\n');
  return feed > 0 && text[feed - 1] === '\r' ? '\r\n' : '\n';
}

/** The text with every line ending made this one. */
export function withLineEnding(text: string, lineEnding: string): string {
  return text.replace(/\r\n|\r|\n/g, lineEnding);
}
