import { type Document, isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import type { OffsetRange } from '../util/range.ts';

/** A value in a YAML file, and where it stands in UTF-16 offsets; an empty value stands where its key does. */
export interface YamlNode {
  readonly range: OffsetRange;
  /** A text, number, boolean or null; undefined for a mapping or a list. */
  readonly scalar: string | number | boolean | null | undefined;
  /** The entries of a mapping; undefined for anything else. */
  entries(): YamlEntry[] | undefined;
  /** The items of a list; undefined for anything else. */
  items(): YamlNode[] | undefined;
}

/** One `key: value` of a mapping. */
export interface YamlEntry {
  readonly key: string;
  readonly keyRange: OffsetRange;
  readonly value: YamlNode;
}

/** Something that YAML itself does not allow. */
export interface YamlProblem {
  readonly message: string;
  readonly range: OffsetRange;
}

/** Reads a YAML file as far as it goes; the root is undefined if there is nothing in it. Never throws. */
export function readYamlNodes(text: string): { root: YamlNode | undefined; problems: YamlProblem[] } {
  try {
    const document = parseDocument(text, { prettyErrors: false });
    const within = (offset: number) => Math.min(offset, text.length);
    const problems = document.errors.map(({ message, pos: [start, end] }) => ({
      message,
      range: { start: within(start), end: within(end) },
    }));
    const whole = { start: 0, end: text.length };
    return { root: document.contents === null ? undefined : nodeOf(document.contents, document, whole), problems };
  } catch (error) {
    return { root: undefined, problems: [{ message: String(error), range: { start: 0, end: text.length } }] };
  }
}

function nodeOf(written: unknown, document: Document, fallback: OffsetRange): YamlNode {
  const node = isAlias(written) ? written.resolve(document) : written;
  return {
    range: rangeOf(written) ?? fallback,
    scalar: isScalar(node) ? scalarOf(node.value) : node === null || node === undefined ? null : undefined,
    entries: () =>
      isMap(node)
        ? node.items.map((pair) => {
            const keyRange = rangeOf(pair.key) ?? fallback;
            const key = isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
            return { key, keyRange, value: nodeOf(pair.value, document, keyRange) };
          })
        : undefined,
    items: () => (isSeq(node) ? node.items.map((item) => nodeOf(item, document, fallback)) : undefined),
  };
}

function scalarOf(value: unknown): YamlNode['scalar'] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value === null ? null : String(value);
}

function rangeOf(node: unknown): OffsetRange | undefined {
  const range = (node as Node | null | undefined)?.range;
  if (!range || range[0] === range[1]) return undefined;
  return { start: range[0], end: range[1] };
}
