/** An emoji's name after a colon that ends no word and parts no time, outside of URLs. */
const emoji = /(?:^|[^\p{L}\p{N}:\\])(?<!:\/\/\S*):[a-z0-9_+-]{2}$/u;

/** The language of a fence, in quotes and lists too. */
const language = /^(?:[\s>]|(?:[-*+]|\d+[.)])\s)*(?:`{3,}|~{3,})\s*[a-z]$/;

/**
 * Whether a line up to the cursor ends with the second letter of an emoji's name, or the first of a fence's language:
 * letters at which VS Code does not ask for completion in Markdown.
 */
export function isBegun(before: string): boolean {
  return emoji.test(before) || language.test(before);
}
