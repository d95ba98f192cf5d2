/**
 * The tags that Wiki.js makes of a `tags` value: split at exactly comma and space, trimmed, in lower case, each once.
 * `a,b` is one tag, and an empty text is one empty tag. Rules reference (b), (i).
 */
export function splitTags(text: string): string[] {
  return [...new Set(text.split(', ').map((tag) => tag.trim().toLowerCase()))];
}
