import type { Heading, Nodes } from 'mdast';
import type { MarkdownSource, Section } from '../edits/markdownTools.ts';
import type { OffsetRange } from '../util/range.ts';
import { childrenOf, rangeOf } from './nodes.ts';
import { parseMarkdown } from './parse.ts';

/** A definition of a link or a footnote, or a use of one. */
interface Labelled {
  readonly key: string;
  readonly range: OffsetRange;
}

/** See `MarkdownTools.sectionAt`. */
export function sectionAt(source: MarkdownSource, offset: number): Section | undefined {
  const { text } = source;
  const root = parseMarkdown(source);
  const headings = root.children.filter((node): node is Heading => node.type === 'heading');
  const own = headings.findLast((node) => (rangeOf(node)?.start ?? text.length) <= lineEnd(text, offset));
  const start = rangeOf(own)?.start;
  if (own === undefined || start === undefined) return undefined;
  const next = headings.slice(headings.indexOf(own) + 1).find(({ depth }) => depth <= own.depth);
  const range = { start, end: rangeOf(next)?.start ?? text.length };
  const all = [...within(root)];
  const hashes = all.flatMap((node) => {
    const place = node.type === 'heading' ? rangeOf(node)?.start : undefined;
    return place !== undefined && contains(range, place) && text[place] === '#' ? [place] : [];
  });
  return { range, depth: own.depth, hashes, ...sharedDefinitions(all, range, text) };
}

function sharedDefinitions(all: readonly Nodes[], section: OffsetRange, text: string): Pick<Section, 'used' | 'lent'> {
  const definitions = new Map<string, Labelled>();
  for (const definition of all.flatMap(definitionOf))
    if (!definitions.has(definition.key)) definitions.set(definition.key, definition);
  const uses = all.flatMap(useOf);
  const taken = new Set<Labelled>();
  const isInside = (offset: number) =>
    contains(section, offset) || [...taken].some(({ range }) => contains(range, offset));
  // What a footnote that goes along uses goes along too.
  for (let before = -1; before !== taken.size; ) {
    before = taken.size;
    for (const { key, range } of uses) {
      const definition = isInside(range.start) ? definitions.get(key) : undefined;
      if (definition !== undefined && !contains(section, definition.range.start)) taken.add(definition);
    }
  }
  const isUsedOutside = ({ key }: Labelled) => uses.some((use) => use.key === key && !isInside(use.range.start));
  const inside = [...definitions.values()].filter(({ range }) => contains(section, range.start));
  return {
    used: [...taken]
      .map((definition) => ({ range: wholeLines(definition.range, text), isUsedElsewhere: isUsedOutside(definition) }))
      .sort((a, b) => a.range.start - b.range.start),
    lent: inside.filter(isUsedOutside).map(({ range }) => wholeLines(range, text)),
  };
}

function definitionOf(node: Nodes): Labelled[] {
  const range = rangeOf(node);
  if (range === undefined || (node.type !== 'definition' && node.type !== 'footnoteDefinition')) return [];
  return [{ key: `${node.type === 'definition' ? '' : '^'}${node.identifier}`, range }];
}

function useOf(node: Nodes): Labelled[] {
  const range = rangeOf(node);
  if (range === undefined) return [];
  if (node.type === 'footnoteReference') return [{ key: `^${node.identifier}`, range }];
  return node.type === 'linkReference' || node.type === 'imageReference' ? [{ key: node.identifier, range }] : [];
}

function* within(node: Nodes): Generator<Nodes> {
  yield node;
  for (const child of childrenOf(node)) yield* within(child);
}

function contains({ start, end }: OffsetRange, offset: number): boolean {
  return start <= offset && offset < end;
}

/** With the line ending. */
function wholeLines({ start, end }: OffsetRange, text: string): OffsetRange {
  const rest = /[^\r\n]*(?:\r\n|\r|\n)?/y;
  rest.lastIndex = end;
  rest.test(text);
  return { start, end: Math.max(end, rest.lastIndex) };
}

function lineEnd(text: string, offset: number): number {
  return offset + text.slice(offset).search(/[\r\n]|$/);
}
