/**
 * The tags that Wiki.js makes of a `tags` value: split at exactly comma and space, trimmed, in lower case, each once.
 * `a,b` is one tag, and an empty text is one empty tag. Rules reference (b), (i).
 */
export function splitTags(text: string): string[] {
  return uniqueTags(text.split(', '));
}

/** Tags as Wiki.js keeps them. Rules reference (i). */
export function uniqueTags(tags: readonly string[]): string[] {
  return [...new Set(tags.map((tag) => tag.trim().toLowerCase()))];
}
