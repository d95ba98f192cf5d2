import type { OffsetRange } from '../util/range.ts';
import type { ContentType } from '../wiki/address.ts';
import { type FrontmatterBlock, findFrontmatterBlock, findLegacyComments, readYaml } from '../wiki/frontmatter.ts';
import { type EntryPlaces, findEntries, isMapping, readAlone } from './frontmatterEntries.ts';
import { describeError } from './frontmatterError.ts';
import { findMeantFrontmatter, isWikiKey } from './meantFrontmatter.ts';
import { ownString } from './ownString.ts';

/** One `key: value` of a frontmatter block, with its exact places. */
export interface FrontmatterEntry {
  readonly key: string;
  readonly keyRange: OffsetRange;
  /** The value as written, without the white space and the comment around it; empty text gives an empty range after the colon. */
  readonly valueRange: OffsetRange;
  /** The value as YAML reads it, or as the author meant it where YAML fails. */
  readonly value: unknown;
  /** What stands behind the value and is a comment to YAML, from its `#` on. */
  readonly commentRange?: OffsetRange;
}

/** The frontmatter of a page, read three ways: by Wiki.js's rule, by YAML with ranges, and leniently. */
export interface Frontmatter {
  /** `read`: Wiki.js uses it · `none`: there is none · `unreadable`: the YAML fails, all of it becomes content · `not-read`: meant as frontmatter, but not where or how Wiki.js looks for it. */
  readonly state: 'read' | 'none' | 'unreadable' | 'not-read' | 'legacy';
  /** The block with its fences; undefined if there is none. */
  readonly range: OffsetRange | undefined;
  /** The lines between the fences. */
  readonly innerRange: OffsetRange | undefined;
  readonly entries: readonly FrontmatterEntry[];
  /** What is wrong with the YAML and where, if the state is `unreadable`. */
  readonly error: { readonly message: string; readonly range: OffsetRange } | undefined;
  /** Why it is not read, if the state is `not-read`. */
  readonly notReadBecause:
    | 'byte-order-mark'
    | 'space-before'
    | 'space-after-fence'
    | 'wrong-fence'
    | 'blank-line-before'
    | undefined;
}

const noFrontmatter: Frontmatter = {
  state: 'none',
  range: undefined,
  innerRange: undefined,
  entries: [],
  error: undefined,
  notReadBecause: undefined,
};

/**
 * The frontmatter of a file's text, with the exact places of what it says. Total: any text gives an answer.
 * Entries are looked for when they are first asked for. Rules reference (b).
 *
 * @param text without byte order mark; every range is in its UTF-16 offsets
 * @param hasByteOrderMark whether the file on disk begins with one, so that Wiki.js reads nothing
 */
export function readFrontmatter(text: string, contentType: ContentType, hasByteOrderMark: boolean): Frontmatter {
  const block = hasByteOrderMark ? undefined : findFrontmatterBlock(text, contentType);
  if (block !== undefined) return strictFrontmatter(text, block);
  const meant = findMeantFrontmatter(text, contentType, hasByteOrderMark);
  if (meant !== undefined) {
    const { range, innerRange, because } = meant;
    const source = text.slice(innerRange.start, innerRange.end);
    const frontmatter = { ...noFrontmatter, state: 'not-read', range, innerRange, notReadBecause: because } as const;
    return withEntries(frontmatter, source, innerRange.start);
  }
  if (contentType === 'markdown' && !hasByteOrderMark) return legacyFrontmatter(text) ?? noFrontmatter;
  return noFrontmatter;
}

function strictFrontmatter(text: string, { range, yamlRange }: FrontmatterBlock): Frontmatter {
  const source = text.slice(yamlRange.start, yamlRange.end);
  const isHalfBreak = text[yamlRange.start - 1] === '\r' && source.startsWith('\n');
  const innerRange = { start: yamlRange.start + (isHalfBreak ? 1 : 0), end: yamlRange.end + 1 };
  const { error } = readYaml(source);
  if (error === undefined)
    return withEntries({ ...noFrontmatter, state: 'read', range, innerRange }, source, yamlRange.start);
  const entries = entriesOf(source, yamlRange.start);
  // The page begins with a rule, and Wiki.js leaves it at that.
  if (!entries.some(({ key }) => isWikiKey(key))) return noFrontmatter;
  return {
    ...noFrontmatter,
    state: 'unreadable',
    range,
    innerRange,
    entries,
    error: describeError(text, yamlRange, entries, error),
  };
}

function legacyFrontmatter(text: string): Frontmatter | undefined {
  const comments = findLegacyComments(text);
  if (comments === undefined) return undefined;
  const entries = [legacyEntry(text, 'title', comments.title)];
  if (comments.description !== undefined) entries.push(legacyEntry(text, 'description', comments.description));
  return { ...noFrontmatter, state: 'legacy', range: { start: 0, end: comments.end }, entries };
}

/** In a comment the key is the word before the colon: `TITLE`, `SUBTITLE`. */
function legacyEntry(text: string, key: 'title' | 'description', valueRange: OffsetRange): FrontmatterEntry {
  const colon = text.lastIndexOf(':', valueRange.start - 1);
  const keyLength = key === 'title' ? 'TITLE'.length : 'SUBTITLE'.length;
  const value = ownString(text.slice(valueRange.start, valueRange.end));
  return { key, keyRange: { start: colon - keyLength, end: colon }, valueRange, value };
}

/** The frontmatter with entries that are found when somebody asks: most pages of a wiki are never asked. */
function withEntries(frontmatter: Frontmatter, source: string, offset: number): Frontmatter {
  const ownSource = ownString(source);
  let found: readonly FrontmatterEntry[] | undefined;
  return {
    ...frontmatter,
    get entries() {
      found ??= entriesOf(ownSource, offset);
      return found;
    },
  };
}

function entriesOf(source: string, offset: number): FrontmatterEntry[] {
  const { value: values } = readYaml(source);
  return findEntries(source).map((entry) => ({
    key: ownString(entry.key),
    keyRange: shifted(entry.keyRange, offset),
    valueRange: shifted(entry.valueRange, offset),
    value: isMapping(values) && Object.hasOwn(values, entry.key) ? values[entry.key] : meantValue(source, entry),
    commentRange: commentAfter(source, entry.valueRange.end, offset),
  }));
}

function commentAfter(source: string, valueEnd: number, offset: number): OffsetRange | undefined {
  const behind = /^([^\S\r\n]*)(#.*)/.exec(source.slice(valueEnd));
  if (behind === null) return undefined;
  const [, space = '', comment = ''] = behind;
  const start = valueEnd + space.length;
  return shifted({ start, end: start + comment.trimEnd().length }, offset);
}

/** A value for itself where the block as a whole cannot be read; as it is written if it is no YAML either. */
function meantValue(source: string, entry: EntryPlaces): unknown {
  const alone = readAlone(source, entry);
  return alone === undefined ? ownString(source.slice(entry.valueRange.start, entry.valueRange.end)) : alone.value;
}

function shifted({ start, end }: OffsetRange, offset: number): OffsetRange {
  return { start: start + offset, end: end + offset };
}
