import type { Nodes } from 'mdast';
import type { OffsetRange } from '../../util/range.ts';
import { childrenOf, rangeOf } from '../nodes.ts';
import type { Narrow, Reported } from './reported.ts';

/** One report for each list, at its first item. Lists that touch are told apart by their markers alone, so those stay. */
export const bulletList: Narrow = (reported) => listMarker(reported, /^[*+-]/);

/** The same for numbered lists, whose marker follows the number. */
export const numberedList: Narrow = (reported) => listMarker(reported, /^\d+[.)]/);

/** Emphasis and strong text: one character, or two, at both ends. */
export function aroundText(width: number): Narrow {
  return ({ text, range, first }) => {
    if (first === undefined) return undefined;
    const marker = text.slice(first.start, first.start + width);
    const opening = { start: range.start, end: range.start + width };
    const closing = { start: range.end - width, end: range.end };
    return { range, first, changes: [opening, closing].map((place) => ({ range: place, newText: marker })) };
  };
}

/** The opening fence is what is shown; both fences are changed. */
export const fence: Narrow = ({ text, range, first }) => {
  const opening = fenceAt(text, range.start);
  const wanted = first && text.slice(first.start).trimStart().charAt(0);
  const closing = /(`{3,}|~{3,})[ \t]*$/.exec(text.slice(opening?.end, range.end));
  if (opening === undefined || wanted === undefined || first === undefined) return undefined;
  const places = [opening];
  if (closing?.[1] !== undefined) {
    const start = opening.end + closing.index;
    places.push({ start, end: start + closing[1].length });
  }
  const changes = places.map((place) => ({ range: place, newText: wanted.repeat(place.end - place.start) }));
  return { range: opening, first: fenceAt(text, first.start), changes };
};

/** A rule, as the first one is written. */
export const thematicBreak: Narrow = ({ text, range, first }) =>
  first && { range, first, changes: [{ range, newText: text.slice(first.start, first.end) }] };

/** A checked box; how an empty one is written, with a space or a tab, nobody sees. */
export const checkedBox: Narrow = ({ text, node }) => {
  const content = rangeOf(childrenOf(node)[0]);
  if (content === undefined) return undefined;
  const range = { start: content.start - 4, end: content.start - 1 };
  const mark = /^\[([xX])\]$/.exec(text.slice(range.start, range.end))?.[1];
  if (mark === undefined) return undefined;
  const place = { start: range.start + 1, end: range.start + 2 };
  return { range, changes: [{ range: place, newText: mark === 'x' ? 'X' : 'x' }] };
};

function listMarker({ text, node, ancestors, first }: Reported, marker: RegExp): ReturnType<Narrow> {
  const list = ancestors.at(-2);
  const siblings = childrenOf(ancestors.at(-3));
  const index = list === undefined ? -1 : siblings.indexOf(list);
  const items = childrenOf(list);
  const neighbours = [siblings[index - 1], siblings[index + 1]];
  const isApart = neighbours.every((it) => it?.type !== 'list' || list?.type !== 'list' || it.ordered !== list.ordered);
  if (items[0] !== node || first === undefined || !isApart) return undefined;
  const places = items.flatMap((item) => markerOf(item, text, marker) ?? []);
  const wanted = text.charAt(first.start);
  const [range] = places;
  if (range === undefined || places.length < items.length) return undefined;
  const changes = places.map(({ end }) => ({ range: { start: end - 1, end }, newText: wanted }));
  return { range, first: { start: first.start, end: first.start + 1 }, changes };
}

function markerOf(item: Nodes, text: string, marker: RegExp): OffsetRange | undefined {
  const start = rangeOf(item)?.start;
  const found = start === undefined ? undefined : marker.exec(text.slice(start, start + 12))?.[0];
  return start === undefined || found === undefined ? undefined : { start, end: start + found.length };
}

function fenceAt(text: string, start: number): OffsetRange | undefined {
  const opening = /[ \t]*(`{3,}|~{3,})/y;
  opening.lastIndex = start;
  const marks = opening.exec(text)?.[1];
  return marks === undefined ? undefined : { start: opening.lastIndex - marks.length, end: opening.lastIndex };
}
