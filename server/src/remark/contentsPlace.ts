import type { List, Nodes, Root } from 'mdast';
import type { ContentsPlace, MarkdownSource } from '../edits/markdownTools.ts';
import type { OffsetRange } from '../util/range.ts';
import { childrenOf, rangeOf } from './nodes.ts';
import { parseMarkdown } from './parse.ts';

const opening = /^<!--[ \t]*toc[ \t]*-->[ \t]*$/i;
const closing = /^<!--[ \t]*(?:\/[ \t]*toc|tocstop)[ \t]*-->[ \t]*$/i;

/** See `MarkdownTools.contentsPlace`. */
export function contentsPlace(source: MarkdownSource, offset: number): ContentsPlace | undefined {
  const root = parseMarkdown(source);
  return placeBetweenMarks(root) ?? placeOfList(root, source.text) ?? newPlace(root, source, offset);
}

/** Marks count as a pair only around a list or nothing, so that no text is lost to a mark that stands alone. */
function placeBetweenMarks({ children }: Root): ContentsPlace | undefined {
  for (const [last, node] of children.entries()) {
    if (!isMark(node, closing)) continue;
    const first = children.findLastIndex((it, index) => index < last && it.type !== 'list');
    const [start, end] = [rangeOf(children[first])?.end, rangeOf(node)?.start];
    if (isMark(children[first], opening) && start !== undefined && end !== undefined)
      return { kind: 'between', range: { start, end } };
  }
  return undefined;
}

function isMark(node: Nodes | undefined, mark: RegExp): boolean {
  return node?.type === 'html' && mark.test(node.value);
}

/** The first list of the page that holds links to its own headings and nothing else. */
function placeOfList({ children }: Root, text: string): ContentsPlace | undefined {
  const list = children.find((node): node is List => node.type === 'list' && isContents(node));
  const range = rangeOf(list);
  return range && { kind: 'list', range, bullet: text.charAt(range.start) };
}

function isContents(list: List): boolean {
  return (
    list.ordered !== true &&
    list.children.every(
      ({ children: [text, ...lists] }) => isOwnLink(text) && lists.every((it) => it.type === 'list' && isContents(it)),
    )
  );
}

function isOwnLink(paragraph: Nodes | undefined): boolean {
  const [link, ...others] = childrenOf(paragraph);
  return link?.type === 'link' && link.url.startsWith('#') && others.length === 0;
}

/** On an empty line between blocks it goes there, else before the first section of the page. */
function newPlace(
  { children }: Root,
  { text, contentStart }: MarkdownSource,
  offset: number,
): ContentsPlace | undefined {
  const line = lineAt(text, offset);
  const isFree = children.every((node) => !isAcross(rangeOf(node), line));
  if (line.start >= contentStart && text.slice(line.start, line.end).trim() === '' && isFree)
    return { kind: 'new', offset: line.start };
  const headings = children.filter((node) => node.type === 'heading');
  const isTitled = headings[0]?.depth === 1 && headings.filter(({ depth }) => depth === 1).length === 1;
  const first = (isTitled ? headings[1] : undefined) ?? headings[0];
  const start = rangeOf(first)?.start;
  return start === undefined ? undefined : { kind: 'new', offset: lineAt(text, start).start };
}

function isAcross(range: OffsetRange | undefined, line: OffsetRange): boolean {
  return range !== undefined && range.start <= line.end && line.start <= range.end;
}

function lineAt(text: string, offset: number): OffsetRange {
  const before = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1));
  const length = text.slice(offset).search(/[\r\n]|$/);
  return { start: offset === 0 ? 0 : before + 1, end: offset + length };
}
