/** A text so that Markdown, with all that Wiki.js adds, shows it as it is between the brackets of a link. */
export function linkText(text: string): string {
  return (
    text
      .replace(/\s+/g, ' ')
      .replace(/[\\`*_[\]<>&$~^=!:|#+@]/g, '\\$&')
      // Attributes are looked for in what is left of the text when escapes have been read.
      .replaceAll('{', '&#123;')
      .replaceAll('}', '&#125;')
  );
}
