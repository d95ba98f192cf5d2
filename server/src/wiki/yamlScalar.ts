import { readYaml } from './frontmatter.ts';

/** Characters that YAML wants escaped, besides those that JSON escapes. */
const unprintable = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/**
 * A text as the value of a key on one line of frontmatter: plain if Wiki.js reads the plain text back as it is, else in quotes.
 * Wiki.js itself writes everything plain, and cannot read some of it again (rules reference (b)).
 */
export function yamlScalar(text: string): string {
  return isPlain(text) ? text : quotedScalar(text);
}

/** A text in quotes, on one line, so that Wiki.js reads back exactly that text. */
export function quotedScalar(text: string): string {
  const json = JSON.stringify(text).replace(unprintable, escaped);
  if (json.slice(1, -1) === text) return text.includes("'") ? json : `'${text}'`;
  const single = `'${text.replaceAll("'", "''")}'`;
  return readsAs(single, text) ? single : json;
}

function isPlain(text: string): boolean {
  return !/[\n\r]/.test(text) && readsAs(text, text);
}

function readsAs(yaml: string, text: string): boolean {
  const { value } = readYaml(`key: ${yaml}\nnext: 1\n`);
  const read = value as { key?: unknown; next?: unknown } | undefined;
  return read?.key === text && read.next === 1;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
