import { isMap, isScalar, type Node, type Pair, parseDocument } from 'yaml';
import type { OffsetRange } from '../util/range.ts';
import { readYaml } from '../wiki/frontmatter.ts';

/** A `key: value` by its places in the YAML source, in UTF-16 offsets. */
export interface EntryPlaces {
  readonly key: string;
  readonly keyRange: OffsetRange;
  /** The value as written; where there is none, empty, behind the colon and one space. */
  readonly valueRange: OffsetRange;
}

/** The entries of the YAML of a frontmatter block, duplicate keys included: by YAML's rules, or by lines where those fail. */
export function findEntries(source: string): EntryPlaces[] {
  return findFlatEntries(source) ?? findYamlEntries(source) ?? findEntriesByLine(source);
}

/** An empty line, or a key and what stands behind its colon, in characters that no line reader of YAML trips over. */
const flatLine =
  /(?:([A-Za-z][\w-]*):(?:( +)([!-~\u00a1-\ud7ff\ue000-\ufefe\uff00-\ufffd](?:[ -~\u00a1-\ud7ff\ue000-\ufefe\uff00-\ufffd]*[!-~\u00a1-\ud7ff\ue000-\ufefe\uff00-\ufffd])?)?)?)?(?:\r?\n|\r?$)/y;

/** A value of one line: plain text that begins with a letter or digit and in which no colon and no hash ends it, or simple quotes. */
const flatValue = /^(?:[A-Za-z0-9\u00a1-\uffff](?!.*(?:: |:$| #)).*|'(?:[^']|'')*'|"[^"\\]*")$/;

/**
 * The entries where each stands on a line of its own and nothing is special, as in nearly every page; undefined elsewhere.
 * A parser takes ten times as long and more, and a wiki of ten thousand pages has to open quickly. A test holds this to its answers.
 */
export function findFlatEntries(source: string): EntryPlaces[] | undefined {
  const entries: EntryPlaces[] = [];
  for (let start = 0; start < source.length; start = flatLine.lastIndex) {
    flatLine.lastIndex = start;
    const match = flatLine.exec(source);
    if (match === null) return undefined;
    const [, key, space = '', value = ''] = match;
    if (key === undefined) continue;
    if (value !== '' && !flatValue.test(value)) return undefined;
    const keyEnd = start + key.length;
    const valueStart = keyEnd + 1 + (value === '' ? Math.min(space.length, 1) : space.length);
    entries.push({
      key,
      keyRange: { start, end: keyEnd },
      valueRange: { start: valueStart, end: valueStart + value.length },
    });
  }
  return entries;
}

/** The entries as a YAML parser finds them; undefined where it finds an error. */
export function findYamlEntries(source: string): EntryPlaces[] | undefined {
  const document = parseDocument(source, {
    keepSourceTokens: true,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'silent',
  });
  if (document.errors.length > 0) return undefined;
  if (!isMap(document.contents)) return [];
  return document.contents.items.flatMap((pair) => placesOf(pair, source) ?? []);
}

function placesOf({ key, value, srcToken }: Pair, source: string): EntryPlaces | undefined {
  const keyRange = (key as Node | null)?.range;
  if (!isScalar(key) || !keyRange) return undefined;
  const colon = srcToken?.sep?.find(({ type }) => type === 'map-value-ind')?.offset ?? keyRange[1];
  // An anchor or a tag belongs to the value.
  const mark = srcToken?.sep?.find(({ type }) => type === 'anchor' || type === 'tag')?.offset;
  const range = (value as Node | null)?.range;
  const start = mark ?? range?.[0];
  const written = start === undefined ? '' : source.slice(start, range?.[1]).trimEnd();
  const nowhere = colon + (source[colon + 1] === ' ' ? 2 : 1);
  return {
    key: String(key.value),
    keyRange: { start: keyRange[0], end: keyRange[1] },
    valueRange:
      start === undefined || written === '' ? { start: nowhere, end: nowhere } : { start, end: start + written.length },
  };
}

/** A key, and what stands behind the first colon, which may be full-width: nobody sees the difference. */
const keyLine = /^([^\s:：#\-'"][^:：]*?)[ \t]*[:：]([ \t]*)(.*)$/;

/**
 * The entries as their author meant them where the YAML is broken: each line is split at its first colon, and lines that are
 * indented or begin a list item belong to the value above.
 */
export function findEntriesByLine(source: string): EntryPlaces[] {
  const entries: EntryPlaces[] = [];
  for (const match of source.matchAll(/[^\r\n]+/g)) {
    const text = match[0];
    const last = entries.at(-1);
    const keyed = keyLine.exec(text);
    if (keyed !== null) entries.push(placesOnLine(keyed, match.index));
    else if (last !== undefined && /^(\s|- ).*\S/.test(text)) {
      entries[entries.length - 1] = extended(last, match.index, text);
    }
  }
  return entries;
}

function placesOnLine([line, key = '', space = '', rest = '']: RegExpExecArray, offset: number): EntryPlaces {
  const value = rest.trimEnd();
  const valueStart = offset + line.length - rest.length - (value === '' ? Math.max(0, space.length - 1) : 0);
  return {
    key,
    keyRange: { start: offset, end: offset + key.length },
    valueRange: { start: valueStart, end: valueStart + value.length },
  };
}

function extended({ key, keyRange, valueRange }: EntryPlaces, offset: number, line: string): EntryPlaces {
  const isEmpty = valueRange.start === valueRange.end;
  const start = isEmpty ? offset + line.length - line.trimStart().length : valueRange.start;
  return { key, keyRange, valueRange: { start, end: offset + line.trimEnd().length } };
}

/** What YAML reads of an entry without the others; undefined if it fails. */
export function readAlone(text: string, { key, keyRange, valueRange }: EntryPlaces): { value: unknown } | undefined {
  const { value } = readYaml(text.slice(keyRange.start, Math.max(valueRange.end, keyRange.end + 1)));
  return isMapping(value) && Object.hasOwn(value, key) ? { value: value[key] } : undefined;
}

/** Whether a value that YAML has read has keys. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
