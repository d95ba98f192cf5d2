/** An image's start tag as the server writes it: attributes in double quotes. */
const imageTag = /<img(?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*\s*\/?>/gi;
const attribute = /\s([^\s"'<>/=]+)="([^"]*)"/g;

/** The HTML with images replaced: `replacement` gets an image's attributes, decoded, and gives undefined to leave it. */
export function replaceImages(
  html: string,
  replacement: (attributes: ReadonlyMap<string, string>) => string | undefined,
): string {
  return html.replace(imageTag, (tag) => {
    const attributes = new Map([...tag.matchAll(attribute)].map(([, name = '', value = '']) => [name, decoded(value)]));
    return replacement(attributes) ?? tag;
  });
}

/** An attribute's value without the four references that a serialiser of HTML writes. */
function decoded(value: string): string {
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&nbsp;', '\u00a0')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
