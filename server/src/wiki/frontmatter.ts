import yaml from 'js-yaml';
import type { OffsetRange } from '../util/range.ts';
import type { ContentType } from './address.ts';

/** What Wiki.js reads out of the beginning of a page's file. */
export interface ParsedFrontmatter {
  /** `legacy` is Wiki.js 1's form, in comments; `none` also where the YAML fails. */
  readonly kind: 'yaml' | 'legacy' | 'none';
  /** Every key that Wiki.js sees, used or not, but for `content`, which it replaces by the body. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** What Wiki.js takes for the page's text. */
  readonly content: string;
  /** Where `content` begins, in UTF-16 offsets. */
  readonly contentStart: number;
  /** What js-yaml says where it fails: then Wiki.js takes the whole file for the content. */
  readonly error: string | undefined;
}

/** Where a block of frontmatter stands, in UTF-16 offsets. */
export interface FrontmatterBlock {
  /** From the first character of the opening fence to the last of the closing one. */
  readonly range: OffsetRange;
  /** What is handed to the YAML parser. */
  readonly yamlRange: OffsetRange;
}

const fences = { markdown: ['---', '---'], html: ['<!--', '-->'] } as const;

/**
 * The block that Wiki.js takes for frontmatter: a fence at the very beginning and a line end, something, a line end and a fence.
 * The closing fence need not be a line of its own. Rules reference (b).
 */
export function findFrontmatterBlock(text: string, contentType: ContentType): FrontmatterBlock | undefined {
  if (contentType === 'asciidoc') return undefined;
  const [open, close] = fences[contentType];
  if (!text.startsWith(open) || !isLineEnd(text, open.length)) return undefined;
  const start = open.length + 1;
  // The YAML has at least one character, hence the search begins behind it.
  for (let fence = text.indexOf(close, start + 2); fence >= 0; fence = text.indexOf(close, fence + 1)) {
    if (isLineEnd(text, fence - 1)) {
      return { range: { start: 0, end: fence + close.length }, yamlRange: { start, end: fence - 1 } };
    }
  }
  return undefined;
}

/** The comments that Wiki.js 1 kept a page's title and description in, with the values' places. Rules reference (b). */
export function findLegacyComments(text: string): LegacyComments | undefined {
  const title = legacyTitle.exec(text);
  if (title === null) return undefined;
  const titleEnd = title[0].length;
  const breakLength = isLineEnd(text, titleEnd) ? 1 : 0;
  legacySubtitle.lastIndex = titleEnd + breakLength;
  const subtitle = legacySubtitle.exec(text);
  return {
    title: valueRange(title, 0),
    description: subtitle === null ? undefined : valueRange(subtitle, titleEnd + breakLength),
    end: subtitle === null ? titleEnd : legacySubtitle.lastIndex,
  };
}

/** Where the parts of Wiki.js 1's comments stand, in UTF-16 offsets. */
export interface LegacyComments {
  readonly title: OffsetRange;
  readonly description: OffsetRange | undefined;
  readonly end: number;
}

const legacyTitle = /^(<!-- TITLE: ?)([\s\S]+?) ?-->/i;
const legacySubtitle = /(<!-- SUBTITLE: ?)([\s\S]+?) ?-->/iy;

function valueRange(match: RegExpExecArray, offset: number): OffsetRange {
  const start = offset + (match[1]?.length ?? 0);
  return { start, end: start + (match[2]?.length ?? 0) };
}

/**
 * The frontmatter exactly as Wiki.js reads it, with js-yaml 3. Total: where the YAML fails, `error` says why. Rules reference (b).
 * `text` is the file's, a byte order mark included, which keeps Wiki.js from seeing the frontmatter.
 */
export function parseFrontmatter(text: string, contentType: ContentType): ParsedFrontmatter {
  const none: ParsedFrontmatter = { kind: 'none', metadata: {}, content: text, contentStart: 0, error: undefined };
  const block = findFrontmatterBlock(text, contentType);
  if (block !== undefined) {
    const { yamlRange, range } = block;
    const read = readYaml(text.slice(yamlRange.start, yamlRange.end));
    if (read.error !== undefined) return { ...none, error: read.error };
    return { ...none, kind: 'yaml', metadata: metadataOf(read.value), ...contentAfter(text, range.end) };
  }
  const legacy = contentType === 'markdown' ? findLegacyComments(text) : undefined;
  if (legacy === undefined) return none;
  const { title, description } = legacy;
  const metadata = {
    title: text.slice(title.start, title.end),
    ...(description && { description: text.slice(description.start, description.end) }),
  };
  return { ...none, kind: 'legacy', metadata, ...contentAfter(text, legacy.end) };
}

/** Reads YAML as Wiki.js does: with js-yaml 3, safely. Never throws: `error` is the reason that js-yaml gives. */
export function readYaml(source: string): { value: unknown; error: undefined } | { value: undefined; error: string } {
  try {
    return { value: yaml.safeLoad(source), error: undefined };
  } catch (error) {
    // js-yaml's exceptions have a reason, which its types do not tell of.
    return { value: undefined, error: (error as { reason?: string }).reason ?? String(error) };
  }
}

/** Wiki.js spreads whatever the YAML is into the page's metadata: of a text or a list, by index. */
function metadataOf(value: unknown): Readonly<Record<string, unknown>> {
  const { content: _, ...metadata }: Record<string, unknown> = { ...(value as object) };
  return metadata;
}

function contentAfter(text: string, end: number): { content: string; contentStart: number } {
  let contentStart = end;
  while (isLineEnd(text, contentStart)) contentStart++;
  return { content: text.slice(contentStart), contentStart };
}

function isLineEnd(text: string, offset: number): boolean {
  return text[offset] === '\n' || text[offset] === '\r';
}
