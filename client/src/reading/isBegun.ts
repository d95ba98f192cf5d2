/** An emoji's name after a colon that ends no word and parts no time, outside of URLs. */
const emoji = /(?:^|[^\p{L}\p{N}:\\])(?<!:\/\/\S*):[a-z0-9_+-]{2}$/u;

/** The language of a fence, in quotes and lists too. */
const language = /^(?:[\s>]|(?:[-*+]|\d+[.)])\s)*(?:`{3,}|~{3,})\s*[a-z]$/;

/** A key of the frontmatter, or one of its tags. */
const entry = /^[a-z]$|^tags:(?:.*,)?[ \t]*[^\s,]$/i;

/**
 * Whether a line up to the cursor ends with the second letter of an emoji's name, or the first of a fence's language, of a
 * key of the frontmatter or of a tag: letters at which VS Code does not ask for completion in Markdown.
 */
export function isBegun(before: string, isInFrontmatter: boolean): boolean {
  return isInFrontmatter ? entry.test(before) : emoji.test(before) || language.test(before);
}
