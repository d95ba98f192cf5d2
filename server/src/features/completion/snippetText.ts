/** A text as it has to stand in a snippet, so that the editor inserts just this text. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
