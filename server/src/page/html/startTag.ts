import type { OffsetRange } from '../../util/range.ts';

const tagName = /<[a-z][^\t\n\f\r />]*/iy;

/** One attribute with what separates it from what came before: its name, its value in quotes, or its value without. */
const nextAttribute =
  /[\t\n\f\r /]*(=?[^\t\n\f\r />=]+)(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:("[^"]*"|'[^']*')|([^\t\n\f\r >]*)))?/y;

/**
 * Where an attribute's value is written in a start tag, without its quotes; undefined if the tag has no such attribute.
 * Reads tags as the HTML standard's tokenizer does (13.2.5): names in any case, and the first of two with one name counts.
 *
 * @param start offset of the tag's `<`
 * @param name in lower case
 */
export function attributeValueIn(html: string, start: number, name: string): OffsetRange | undefined {
  tagName.lastIndex = start;
  if (!tagName.test(html)) return undefined;
  nextAttribute.lastIndex = tagName.lastIndex;
  for (let match = nextAttribute.exec(html); match !== null; match = nextAttribute.exec(html)) {
    const [, attributeName = '', quoted, unquoted = ''] = match;
    if (attributeName.toLowerCase() !== name) continue;
    const end = nextAttribute.lastIndex;
    return quoted === undefined
      ? { start: end - unquoted.length, end }
      : { start: end - quoted.length + 1, end: end - 1 };
  }
  return undefined;
}
