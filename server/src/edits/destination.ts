/** The URL of an asset from anywhere in the wiki: its file from the root, what a URL cannot hold percent-encoded. */
export function urlOfAsset(file: string): string {
  return `/${file.replace(/[%#?\s"<>\\^`{|}]/g, encodeURIComponent)}`;
}

/** Where a URL stands in the source, which decides what must be escaped there. */
export type DestinationStyle = 'bare' | 'angle' | 'html-quoted' | 'html-apostrophe' | 'html-unquoted';

/** The style in which a destination of Markdown, or an attribute's value of HTML, is written at a place. */
export function destinationStyleAt(text: string, start: number, isHtml: boolean): DestinationStyle {
  const before = text[start - 1];
  if (!isHtml) return before === '<' ? 'angle' : 'bare';
  if (before === '"') return 'html-quoted';
  return before === "'" ? 'html-apostrophe' : 'html-unquoted';
}

/** A URL as it has to be written in this style so that the parser reads back a URL of the same meaning. */
export function writeDestination(url: string, style: DestinationStyle): string {
  switch (style) {
    case 'bare':
      return escapeParentheses(escapeForMarkdown(url));
    case 'angle':
      return escapeForMarkdown(url);
    case 'html-quoted':
      return escapeInAttribute(url).replaceAll('"', '&quot;');
    case 'html-apostrophe':
      return escapeInAttribute(url).replaceAll("'", '&#39;');
    case 'html-unquoted':
      return escapeInAttribute(url.replace(/[\s"'`<>]/g, percentEncode));
  }
}

/** White space ends a destination or is cut off it, `|` ends a table's cell, `<` and `>` end angles, `\` escapes. */
function escapeForMarkdown(url: string): string {
  return escapeAmpersands(url.replace(/[\s\u0000-\u001f\u007f<>|\\]/g, percentEncode));
}

/** Only an ampersand that begins an entity changes the meaning; others stay, as authors write them. */
function escapeAmpersands(url: string): string {
  return url.replace(/&(?=#?[a-z0-9]+;)/gi, '&amp;');
}

/** In HTML an entity needs no semicolon, unless a letter, a digit or `=` follows. */
function escapeInAttribute(url: string): string {
  return url.replace(/&(?=#\d|#x[0-9a-f]|[a-z][a-z0-9]*(?![a-z0-9=]))/gi, '&amp;');
}

/** A bare destination may hold parentheses only in pairs. */
function escapeParentheses(url: string): string {
  let depth = 0;
  for (const character of url) {
    if (character === '(') depth++;
    if (character === ')' && --depth < 0) break;
  }
  return depth === 0 ? url : url.replace(/[()]/g, '\\$&');
}

function percentEncode(character: string): string {
  return encodeURIComponent(character).replace(/'/g, '%27');
}
