import type { StateBlock } from 'markdown-it';
import { endOfParagraph, isIndentedCode, lineEnd, lineStart } from './blockLines.ts';

interface Definition {
  readonly label: string;
  readonly href: string;
  readonly title: string;
  /** By how many lines the last one lies behind the first. */
  readonly lineBreaks: number;
}

/**
 * A link reference definition. The text is that of the paragraph that would stand here, so that white space is
 * trimmed and line breaks are found as in markdown-it 11, and a label may be as long as it likes.
 */
export function reference(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  if (isIndentedCode(state, startLine)) return false;
  const start = lineStart(state, startLine);
  if (state.src.charCodeAt(start) !== 0x5b || !mayBeDefinition(state, start, lineEnd(state, startLine))) return false;
  const nextLine = endOfDefinitions(state, startLine);
  const text = state.getLines(startLine, nextLine, state.blkIndent, false).trim();
  const definition = parseDefinition(state, text);
  if (definition === undefined) return false;
  if (silent) return true;

  const { label, href, title, lineBreaks } = definition;
  state.env.references ??= {};
  state.env.references[label] ??= { title, href };
  state.line = startLine + lineBreaks + 1;
  const token = state.push('reference_definition', '', 0);
  token.map = [startLine, state.line];
  token.hidden = true;
  token.meta = { label };
  return true;
}

interface KnownEnd {
  readonly startLine: number;
  readonly nextLine: number;
  readonly lineMax: number;
  readonly blkIndent: number;
}

const knownEnds = new WeakMap<StateBlock, KnownEnd>();

/** Where the paragraph would end. Definitions right below each other end together, so that many of them stay linear. */
function endOfDefinitions(state: StateBlock, startLine: number): number {
  const { lineMax, blkIndent } = state;
  const known = knownEnds.get(state);
  const isKnown = known?.lineMax === lineMax && known.blkIndent === blkIndent;
  if (known !== undefined && isKnown && known.startLine <= startLine && startLine < known.nextLine)
    return known.nextLine;
  const nextLine = endOfParagraph(state, startLine, lineMax, 'reference');
  knownEnds.set(state, { startLine, nextLine, lineMax, blkIndent });
  return nextLine;
}

/** A look at the first line, which spares most lines that begin with a bracket the rest. */
function mayBeDefinition(state: StateBlock, start: number, end: number): boolean {
  for (let at = start + 1; at < end; at++) {
    if (state.src.charCodeAt(at) === 0x5d && state.src.charCodeAt(at - 1) !== 0x5c) {
      return at + 1 < end && state.src.charCodeAt(at + 1) === 0x3a;
    }
  }
  return true;
}

function parseDefinition(state: StateBlock, text: string): Definition | undefined {
  const { md } = state;
  const labelEnd = endOfLabel(text);
  if (labelEnd < 0 || text.charCodeAt(labelEnd + 1) !== 0x3a) return undefined;

  const destinationStart = skipWhiteSpace(text, labelEnd + 2);
  const destination = md.helpers.parseLinkDestination(text, destinationStart, text.length);
  if (!destination.ok) return undefined;
  const href = md.normalizeLink(destination.str);
  if (!md.validateLink(href)) return undefined;

  const afterDestination = skipSpaces(text, destination.pos);
  const titleStart = skipWhiteSpace(text, destination.pos);
  const parsedTitle = md.helpers.parseLinkTitle(text, titleStart, text.length);
  let title = '';
  let end = afterDestination;
  if (titleStart > destination.pos && parsedTitle.ok) {
    const afterTitle = skipSpaces(text, parsedTitle.pos);
    // An empty title that is followed by more text was never taken back in markdown-it 11: no definition then.
    if (isLineEnd(text, afterTitle)) {
      title = parsedTitle.str;
      end = afterTitle;
    } else if (parsedTitle.str === '') return undefined;
  }
  if (!isLineEnd(text, end)) return undefined;
  const label = md.utils.normalizeReference(text.slice(1, labelEnd));
  if (label === '') return undefined;
  // A line break that a backslash keeps in the destination was never counted: the line behind it is parsed again.
  const lineBreaks = countLineBreaks(text, 0, destinationStart) + countLineBreaks(text, destination.pos, end);
  return { label, href, title, lineBreaks };
}

function endOfLabel(text: string): number {
  for (let at = 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x5b) return -1;
    if (code === 0x5d) return at;
    if (code === 0x5c) at++;
  }
  return -1;
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[ \t]/.test(text.charAt(at))) at++;
  return at;
}

function skipWhiteSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[ \t\n]/.test(text.charAt(at))) at++;
  return at;
}

function isLineEnd(text: string, at: number): boolean {
  return at >= text.length || text.charCodeAt(at) === 0x0a;
}

function countLineBreaks(text: string, start: number, end: number): number {
  return text.slice(start, end).split('\n').length - 1;
}
