import type { Token } from 'markdown-it';

/** The attributes that Wiki.js takes from `{…}`. */
const allowedAttributes = ['id', 'class', 'target'];

type Attribute = readonly [name: string, value: string];

/** Whether a text begins with attributes in braces. */
export function startsWithAttributes(text: string): boolean {
  if (text.length < 3 || text.charAt(0) !== '{') return false;
  const end = text.indexOf('}', 2);
  return end !== -1 && text.charAt(end + 1) !== '}' && isLongEnough(text.slice(0, end + 1));
}

/** Whether a text ends with attributes in braces. */
export function endsWithAttributes(text: string): boolean {
  if (text.length < 3 || !text.endsWith('}')) return false;
  const start = text.lastIndexOf('{');
  if (start === -1 || text.indexOf('}', start + 2) !== text.length - 1) return false;
  return isLongEnough(text.slice(start));
}

/** Whether a text begins with an opening and ends with a closing brace. */
export function isOnlyAttributes(text: string): boolean {
  return text.length >= 3 && text.startsWith('{') && text.endsWith('}') && isLongEnough(text);
}

function isLongEnough(braces: string): boolean {
  return braces.length >= (/^\{[.#]/.test(braces) ? 4 : 3);
}

/**
 * Reads `{.class #id name=value name="a value"}`, lenient as markdown-it-attrs 3.0.3 is.
 *
 * @param start offset of the opening brace
 * @returns the attributes that Wiki.js lets through, in order
 */
export function parseAttributes(text: string, start: number): Attribute[] {
  const attributes: Attribute[] = [];
  let name = '';
  let value = '';
  let inName = true;
  let inQuotes = false;
  for (let i = start + 1; i < text.length; i++) {
    const char = text.charAt(i);
    if (char === '}') {
      if (name !== '') attributes.push([name, value]);
      break;
    }
    if (char === '=' && inName) {
      inName = false;
    } else if (char === '.' && name === '') {
      // Two dots are a CSS module, which Wiki.js does not let through.
      const isModule = text.charAt(i + 1) === '.';
      name = isModule ? 'css-module' : 'class';
      if (isModule) i++;
      inName = false;
    } else if (char === '#' && name === '') {
      name = 'id';
      inName = false;
    } else if (char === '"' && value === '') {
      inQuotes = true;
    } else if (char === '"' && inQuotes) {
      inQuotes = false;
    } else if (char === ' ' && !inQuotes) {
      if (name === '') continue;
      attributes.push([name, value]);
      name = '';
      value = '';
      inName = true;
    } else if (!inName) {
      value += char;
    } else if (!/[\t\n\f />"'=]/.test(char)) {
      name += char;
    }
  }
  return attributes.filter(([attribute]) => allowedAttributes.includes(attribute));
}

/** Adds attributes to a token: classes are joined, others are added even if they are there. */
export function addAttributes(token: Token, attributes: readonly Attribute[]): void {
  for (const [name, value] of attributes) {
    if (name === 'class') token.attrJoin(name, value);
    else token.attrPush([name, value]);
  }
}
