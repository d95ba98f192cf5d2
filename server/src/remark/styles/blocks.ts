import { childrenOf, rangeOf } from '../nodes.ts';
import { hasAttributesBelow } from '../wikiSyntax.ts';
import type { Narrow } from './reported.ts';

/** Only between the blocks of the page itself: in a callout or a list, bold words on a line are no heading. */
export const boldParagraph: Narrow = ({ text, node, ancestors }) => {
  const range = rangeOf(ancestors.at(-2));
  const isOwnBlock = ancestors.length === 3 && (node.type === 'strong' || node.type === 'emphasis');
  return range !== undefined && isOwnBlock && !hasAttributesBelow(text, range.end) ? { range } : undefined;
};

/** The hashes. */
export const tooManyHashes: Narrow = ({ text, ancestors }) => {
  const start = rangeOf(ancestors.at(-2))?.start;
  const hashes = start === undefined ? undefined : /^#+/.exec(text.slice(start, start + 200))?.[0];
  return start === undefined || hashes === undefined ? undefined : { range: { start, end: start + hashes.length } };
};

/** The last character, unless it belongs to an emoji, as in `:rocket:`. */
export const headingPunctuation: Narrow = ({ text, node }) => {
  const last = childrenOf(node).at(-1);
  const end = rangeOf(last)?.end;
  if (last?.type !== 'text' || end === undefined || /:[\w+-]+:$/.test(last.value)) return undefined;
  const range = { start: end - 1, end };
  if (text.charAt(range.start) !== last.value.at(-1)) return undefined;
  return { range, changes: [{ range, newText: '' }] };
};

/** An underlined heading of one line becomes one with hashes, where the first one of the page has those. */
export const headingStyle: Narrow = ({ text, node, range, first }) => {
  const [line = '', underline = '', ...more] = text.slice(range.start, range.end).split(/\r\n|\r|\n/);
  const content = rangeOf(childrenOf(node)[0])?.start;
  const isUnderlined = more.length === 0 && /^[ \t]*(=+|-+)[ \t]*$/.test(underline);
  if (!isUnderlined || content === undefined || text.charAt(first?.start ?? 0) !== '#') return { range, first };
  const hashes = underline.trim().startsWith('=') ? '# ' : '## ';
  const changes = [
    { range: { start: content, end: content }, newText: hashes },
    { range: { start: range.start + line.length, end: range.end }, newText: '' },
  ];
  return { range, first, changes };
};

/** All but the first of several blank lines. */
export const blankLines: Narrow = ({ text, range }) => {
  const end = lineStart(text, range.start);
  let top = end;
  let secondTop = end;
  for (let above = lineStart(text, top - 1); top > 0 && /^\s*$/.test(text.slice(above, top)); ) {
    secondTop = top;
    top = above;
    above = lineStart(text, top - 1);
  }
  const extra = { start: secondTop, end };
  return extra.start === extra.end ? undefined : { range: extra, changes: [{ range: extra, newText: '' }] };
};

/** The fence that says no language. */
export const fenceWithoutLanguage: Narrow = ({ text, range }) => {
  const marks = /^[ \t]*[`~]+/.exec(text.slice(range.start, range.end))?.[0].length ?? 0;
  return { range: { start: range.start, end: range.start + marks } };
};

/** The opening fence; what goes is the prompt before each command. A line that begins with a variable has none. */
export const shellDollars: Narrow = ({ text, node, range }) => {
  const commands = node.type === 'code' ? node.value.split('\n').filter((line) => line.trim() !== '') : [];
  if (!commands.every((line) => /^\s*\$[ \t]/.test(line))) return undefined;
  const source = text.slice(range.start, range.end);
  const changes = [...source.matchAll(/^([ \t>]*)\$[ \t]/gm)].map((found) => {
    const [whole, indentation = ''] = found;
    const end = range.start + found.index + whole.length;
    return { range: { start: end - whole.length + indentation.length, end }, newText: '' };
  });
  return { range: { start: range.start, end: range.start + source.search(/[\r\n]|$/) }, changes };
};

/** A link whose address is the label of a definition. */
export const referenceLikeUrl: Narrow = ({ text, range }) => {
  const destination = /\]\(([^()\s<>]+)\)$/.exec(text.slice(range.start, range.end));
  if (destination === null) return { range };
  const start = range.start + destination.index + 1;
  return { range, changes: [{ range: { start, end: range.end }, newText: `[${destination[1]}]` }] };
};

/** Where the line begins that an offset, or the line ending before it, is on. */
function lineStart(text: string, offset: number): number {
  const last = (text[offset] === '\n' && text[offset - 1] === '\r' ? offset - 1 : offset) - 1;
  return last < 0 ? 0 : Math.max(text.lastIndexOf('\n', last), text.lastIndexOf('\r', last)) + 1;
}
