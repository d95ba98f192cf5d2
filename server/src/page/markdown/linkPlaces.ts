import type { MarkdownIt, StateBlock, StateInline, Token } from 'markdown-it';
import type { OffsetRange } from '../../util/range.ts';

/** Where the destination of a link or image is written, as offsets of the inline text; or the label of its definition. */
export type Destination =
  | { readonly kind: 'inline'; readonly range: OffsetRange }
  | { readonly kind: 'reference'; readonly label: string };

/**
 * Finds the destination of a link or image that was just parsed (CommonMark 6.3, 6.4).
 *
 * @param token its opening token, which in markdown-it's own rules has the label of a reference
 * @param labelStart offset of the `[`
 * @param labelEnd offset of the matching `]`
 * @param end end of the whole link
 */
export function destinationOf(
  state: StateInline,
  token: Token,
  labelStart: number,
  labelEnd: number,
  end: number,
): Destination {
  const { src, md } = state;
  const known = token.meta?.label;
  if (typeof known === 'string') return { kind: 'reference', label: known };
  if (end > labelEnd + 1 && src.charCodeAt(labelEnd + 1) === 40) {
    return { kind: 'inline', range: writtenDestination(md, src, skipWhiteSpace(src, labelEnd + 2, end), end) };
  }
  const hasLabel = end > labelEnd + 3 && src.charCodeAt(labelEnd + 1) === 91;
  const label = hasLabel ? src.slice(labelEnd + 2, end - 1) : src.slice(labelStart + 1, labelEnd);
  return { kind: 'reference', label: md.utils.normalizeReference(label) };
}

/** A reference definition with offsets of the block parser's text. */
export interface DefinitionPlace {
  readonly label: string;
  readonly destination: OffsetRange;
  readonly range: OffsetRange;
}

/** Finds the parts of a reference definition that was just parsed from the line `firstLine` (CommonMark 4.7). */
export function definitionAt(state: StateBlock, firstLine: number): DefinitionPlace | undefined {
  const { src, md } = state;
  const start = lineText(state, firstLine);
  let line = firstLine;
  let at = start + 1;
  let segment = at;
  let label = '';
  for (; src.charCodeAt(at) !== 93; at++) {
    if (src.charCodeAt(at) === 92) at++;
    if (at < (state.eMarks[line] ?? 0)) continue;
    label += `${src.slice(segment, at)}\n`;
    line++;
    if (line >= state.line) return undefined;
    segment = lineText(state, line);
    at = segment - 1;
  }
  label += src.slice(segment, at);
  at += 2;
  while (line < state.line) {
    at = skipWhiteSpace(src, at, state.eMarks[line] ?? src.length);
    if (at < (state.eMarks[line] ?? src.length)) break;
    line++;
    at = lineText(state, line);
  }
  const destination = writtenDestination(md, src, at, state.eMarks[line] ?? src.length);
  const lastLine = state.line - 1;
  return {
    label: md.utils.normalizeReference(label),
    destination,
    range: { start, end: trimmedEnd(src, start, state.eMarks[lastLine] ?? src.length) },
  };
}

function writtenDestination(md: MarkdownIt, src: string, start: number, max: number): OffsetRange {
  const parsed = md.helpers.parseLinkDestination(src, start, max);
  if (!parsed.ok) return { start, end: start };
  const inAngles = src.charCodeAt(start) === 60;
  return inAngles ? { start: start + 1, end: parsed.pos - 1 } : { start, end: parsed.pos };
}

function skipWhiteSpace(src: string, start: number, end: number): number {
  let at = start;
  while (at < end && isWhiteSpace(src.charCodeAt(at))) at++;
  return at;
}

function trimmedEnd(src: string, start: number, end: number): number {
  let at = end;
  while (at > start && isWhiteSpace(src.charCodeAt(at - 1))) at--;
  return at;
}

function isWhiteSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10;
}

function lineText(state: StateBlock, line: number): number {
  return (state.bMarks[line] ?? state.src.length) + (state.tShift[line] ?? 0);
}
