import MarkdownItParser from 'markdown-it';

const { utils } = new MarkdownItParser('zero');
const escapeOrEntity = /\\([!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~])|&([a-z#][a-z0-9]{1,31});/gi;

/**
 * Takes backslash escapes and entities out of a link destination, a title or the words after a fence. A numeric
 * entity ends here at the first character that is no digit of it: `&#65x;` is `A`.
 */
export function unescapeAll(text: string): string {
  if (!text.includes('\\') && !text.includes('&')) return text;
  return text.replace(escapeOrEntity, (match: string, escaped: string | undefined, name: string | undefined) => {
    if (escaped !== undefined) return escaped;
    if (name?.startsWith('#')) return numericCharacter(name) ?? match;
    return namedCharacter(match) ?? match;
  });
}

/** The text of a named entity such as `&auml;`, or undefined if HTML has none of that name. */
export function namedCharacter(entity: string): string | undefined {
  const text = utils.unescapeAll(entity);
  return text === entity ? undefined : text;
}

/** Whether a number stands for a character that text may hold. */
export function isValidCharacter(code: number): boolean {
  return utils.isValidEntityCode(code);
}

function numericCharacter(name: string): string | undefined {
  if (!/^#(?:x[a-f0-9]|[0-9])/i.test(name)) return undefined;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return isValidCharacter(code) ? String.fromCodePoint(code) : undefined;
}
