import matter from 'gray-matter';
import type { OffsetRange } from '../util/range.ts';
import type { ContentType } from '../wiki/address.ts';
import { findEntriesByLine } from './frontmatterEntries.ts';

/** A block that its author meant as frontmatter, in UTF-16 offsets, and why Wiki.js does not read it. */
export interface MeantFrontmatter {
  /** With its fences, to the end of the closing one's line. */
  readonly range: OffsetRange;
  /** The lines between the fences. */
  readonly innerRange: OffsetRange;
  readonly because: 'byte-order-mark' | 'space-before' | 'space-after-fence' | 'wrong-fence' | 'blank-line-before';
}

/** The keys by which Wiki.js's frontmatter is known. */
const wikiKeys: ReadonlySet<string> = new Set([
  'title',
  'description',
  'published',
  'ispublished',
  'date',
  'tags',
  'editor',
  'datecreated',
]);

/** Whether a key is one that Wiki.js writes or reads, however its letters are cased. */
export function isWikiKey(key: string): boolean {
  return wikiKeys.has(key.toLowerCase());
}

const opening =
  /^(\uFEFF?)((?:[^\S\r\n]*(?:\r\n|\n|\r))*)([^\S\r\n]*)(-{3,}|<!--)([^\S\r\n]*)([a-z]*)[^\S\r\n]*(?:\r\n|\n|\r)/i;

/**
 * Frontmatter that Wiki.js passes over though a reader with more patience sees it: behind a byte order mark, spaces or blank
 * lines, or between other fences than Wiki.js's. Only a block with one of Wiki.js's own keys counts, since a page may begin
 * with a rule. `text` is one in which Wiki.js finds no frontmatter.
 */
export function findMeantFrontmatter(
  text: string,
  contentType: ContentType,
  hasByteOrderMark: boolean,
): MeantFrontmatter | undefined {
  const opened = opening.exec(text);
  if (opened === null || contentType === 'asciidoc') return undefined;
  const [whole, mark = '', blankLines = '', indent = '', fence = '', trailing = '', language = ''] = opened;
  if (!['', 'yaml', 'yml'].includes(language.toLowerCase())) return undefined;
  const start = mark.length + blankLines.length + indent.length;
  const inner = innerOf(text, whole.length, fence);
  if (!holdsFrontmatter(text.slice(start), fence, inner.closing, text.slice(inner.range.start, inner.range.end))) {
    return undefined;
  }
  const wanted = contentType === 'html' ? { open: '<!--', close: '-->' } : { open: '---', close: '---' };
  const because = () => {
    if (hasByteOrderMark || mark !== '') return 'byte-order-mark';
    if (blankLines !== '') return 'blank-line-before';
    if (indent !== '') return 'space-before';
    if (fence !== wanted.open || language !== '') return 'wrong-fence';
    return trailing === '' ? 'wrong-fence' : 'space-after-fence';
  };
  return { range: { start, end: inner.end }, innerRange: inner.range, because: because() };
}

/** The lines up to a closing fence; where there is none, those up to the first that is no entry. */
function innerOf(text: string, start: number, fence: string): { range: OffsetRange; end: number; closing: string } {
  const closingLine = fence === '<!--' ? /^[^\S\r\n]*(-->)[^\S\r\n]*$/gm : /^[^\S\r\n]*(-{3,}|\.{3})[^\S\r\n]*$/gm;
  closingLine.lastIndex = start;
  const closed = closingLine.exec(text);
  if (closed !== null) {
    const { index } = closed;
    return { range: { start, end: index }, end: index + closed[0].length, closing: closed[1] ?? fence };
  }
  const entryLines = /(?:[A-Za-z]\w*[^\S\r\n]*:.*(?:\r\n|\n|\r|$))*/y;
  entryLines.lastIndex = start;
  const end = start + (entryLines.exec(text)?.[0].length ?? 0);
  return { range: { start, end }, end, closing: '' };
}

/** Whether a lenient reader finds one of Wiki.js's keys in a text that begins with an opening fence. */
function holdsFrontmatter(text: string, open: string, closing: string, inner: string): boolean {
  const keys = closing === '' ? undefined : readLeniently(text, [open, closing]);
  return (keys ?? findEntriesByLine(inner).map(({ key }) => key)).some(isWikiKey);
}

/** gray-matter would run a block marked as JavaScript or CoffeeScript. No language but YAML is read. */
function refuse(): never {
  throw new Error('Only YAML is read.');
}

const onlyYaml = {
  javascript: refuse,
  js: refuse,
  coffee: refuse,
  coffeescript: refuse,
  cson: refuse,
  json: refuse,
  toml: refuse,
};

/** The keys that gray-matter reads; undefined where it fails. Never runs what it reads. */
export function readLeniently(text: string, delimiters: [string, string]): string[] | undefined {
  try {
    // Options are always given: without them gray-matter caches, broken results included.
    const { data }: { data: unknown } = matter(text, { engines: onlyYaml, delimiters });
    return typeof data === 'object' && data !== null ? Object.keys(data) : [];
  } catch {
    return undefined;
  }
}
