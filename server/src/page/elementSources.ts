import type { Token as MarkdownToken } from 'markdown-it';
import type { OffsetRange } from '../util/range.ts';
import type { NormalisedContent } from './fileOffsets.ts';
import { attributeValueIn } from './html/startTag.ts';
import type { Origin } from './html/tree.ts';
import type { DefinitionPlace } from './markdown/linkPlaces.ts';
import { originalRange } from './markdown/segmentMap.ts';
import { type RenderedToken, renderedAt, type SourceMap, writtenHtmlRange } from './markdown/sourceMap.ts';
import type { LinkForm } from './page.ts';

/** Where an element of the final page was written, in offsets of the file's text. */
export interface ElementSource {
  /** `generated`: no author wrote it as a link or image: emoji, diagrams, anchors. */
  readonly form: LinkForm | 'generated';
  /** The whole construct. */
  readonly range: OffsetRange;
  /** What a person reads of it. */
  readonly textRange: OffsetRange;
  /** Where its href or src is written; for a reference, in the definition. */
  readonly value: OffsetRange | undefined;
}

/** Finds where an element was written by its place in the rendered HTML, and by the attribute that matters (`href`, `src`, `id`). */
export type FindSource = (origin: Origin, attribute: string) => ElementSource;

/**
 * Finds where the block that an element was made from begins, in offsets of the file's text; undefined for what no line of
 * the source says (the frame around footnotes), and for what lies within a block.
 */
export type FindBlockStart = (origin: Origin) => number | undefined;

/** For pages that are HTML themselves: the parsed HTML is the file from `contentStart` on. */
export function htmlSources(html: string, contentStart: number): FindSource {
  const inFile = ({ start, end }: OffsetRange): OffsetRange => ({
    start: Math.max(0, contentStart + start),
    end: Math.max(0, contentStart + end),
  });
  return (origin, attribute) => {
    const value = writtenValue(html, origin, attribute);
    return {
      form: 'html',
      range: inFile(origin),
      textRange: inFile(innerHtml(origin)),
      value: value && inFile(value),
    };
  };
}

/** For Markdown pages: through the map from the rendered HTML to the source. */
export function markdownSources(html: string, map: SourceMap, content: NormalisedContent): FindSource {
  const definitions = new Map<string, DefinitionPlace>();
  for (const definition of map.positions.definitions) {
    if (!definitions.has(definition.label)) definitions.set(definition.label, definition);
  }
  const inFile = ({ form, range, textRange, value }: ElementSource): ElementSource => ({
    form,
    range: content.fileRange(range),
    textRange: content.fileRange(textRange),
    value: value && content.fileRange(value),
  });
  return (origin, attribute) => {
    const rendered = renderedAt(map, origin.start);
    if (rendered === undefined) return inFile(coarseSource({ start: 0, end: 0 }));
    const known =
      rawHtmlSource(html, map, origin, attribute) ??
      headingSource(map, rendered) ??
      constructSource(rendered, definitions);
    if (known !== undefined && known.form !== 'generated') return inFile(known);
    const around = known?.range ?? blockRange(map, rendered);
    const isDrawing = rendered.token.type === 'fence';
    const verbatim = isDrawing ? undefined : verbatimSource(html, content.text, around, origin, attribute);
    return inFile(verbatim ?? known ?? coarseSource(firstLine(content.text, around)));
  };
}

/** Where the blocks of Markdown pages begin, and the elements of the HTML in them. */
export function markdownBlockStarts(html: string, map: SourceMap, content: NormalisedContent): FindBlockStart {
  return (origin) => {
    const rendered = renderedAt(map, origin.start);
    if (rendered === undefined) return undefined;
    const written = writtenHtmlRange(map, origin.start, origin.startTagEnd);
    const isFirst = html.slice(rendered.htmlStart, origin.start).trim() === '';
    const range = written ?? (isFirst ? map.positions.blocks.get(rendered.token) : undefined);
    return range && content.fileRange(range).start;
  };
}

/** A diagram's block may be megabytes long; its links are hidden in there, so its first line stands for it. */
function firstLine(text: string, { start, end }: OffsetRange): OffsetRange {
  const lineEnd = text.indexOf('\n', start);
  return { start, end: lineEnd < 0 ? end : Math.min(end, lineEnd) };
}

function coarseSource(range: OffsetRange): ElementSource {
  return { form: 'generated', range, textRange: range, value: undefined };
}

/** A block without lines of its own (a table cell) stands in the one that begins before it (its row). */
function blockRange(map: SourceMap, rendered: RenderedToken): OffsetRange {
  for (let i = rendered.index; i >= 0; i--) {
    const token = map.tokens[i];
    const range = token && map.positions.blocks.get(token);
    if (range !== undefined) return range;
  }
  return { start: 0, end: 0 };
}

function rawHtmlSource(html: string, map: SourceMap, origin: Origin, attribute: string): ElementSource | undefined {
  const startTag = writtenHtmlRange(map, origin.start, origin.startTagEnd);
  if (startTag === undefined) return undefined;
  const value = writtenValue(html, origin, attribute);
  const textEnd = Math.max(startTag.end, sourceEnd(map, innerHtml(origin).end));
  return {
    form: 'html',
    range: { start: startTag.start, end: Math.max(textEnd, sourceEnd(map, origin.end)) },
    textRange: { start: startTag.end, end: textEnd },
    value: value && writtenHtmlRange(map, value.start, value.end),
  };
}

/** HTML that a plugin lets through, as that for mathematics does with what it cannot read. */
function verbatimSource(
  html: string,
  text: string,
  { start, end }: OffsetRange,
  origin: Origin,
  attribute: string,
): ElementSource | undefined {
  const value = writtenValue(html, origin, attribute);
  if (value === undefined) return undefined;
  const found = text.slice(start, end).indexOf(html.slice(origin.start, origin.startTagEnd));
  if (found < 0) return undefined;
  const shift = start + found - origin.start;
  const range = { start: start + found, end: origin.startTagEnd + shift };
  return { form: 'html', range, textRange: range, value: { start: value.start + shift, end: value.end + shift } };
}

/** Where the source ends of the HTML before `htmlOffset`. */
function sourceEnd(map: SourceMap, htmlOffset: number): number {
  const written = writtenHtmlRange(map, htmlOffset - 1, htmlOffset);
  if (written !== undefined) return written.end;
  const rendered = renderedAt(map, htmlOffset - 1);
  return rendered?.place?.range.end ?? 0;
}

function headingSource(map: SourceMap, { token, index }: RenderedToken): ElementSource | undefined {
  const range = token.type === 'heading_open' ? map.positions.blocks.get(token) : undefined;
  if (range === undefined) return undefined;
  const content = map.tokens[index + 1];
  const contentMap = content && map.positions.contents.get(content);
  const textRange = contentMap && originalRange(contentMap, 0, readableLength(content));
  return { form: 'generated', range, textRange: textRange ?? range, value: undefined };
}

/** The length of a block's content without the `{#id .class}` at its end that the attributes plugin has taken. */
function readableLength({ content, children }: MarkdownToken): number {
  const taken = /\s*\{[^{}]*\}\s*$/.exec(content);
  const isText = children?.at(-1)?.content.trimEnd().endsWith('}');
  return taken === null || isText ? content.length : taken.index;
}

function constructSource(
  { token, place }: RenderedToken,
  definitions: ReadonlyMap<string, DefinitionPlace>,
): ElementSource | undefined {
  if (place === undefined) return undefined;
  const { range, destination } = place;
  const value =
    destination?.kind === 'reference' ? definitions.get(destination.label)?.destination : destination?.range;
  return { form: formOf(token, destination?.kind), range, textRange: range, value };
}

function formOf(token: MarkdownToken, written: 'inline' | 'reference' | undefined): ElementSource['form'] {
  if (token.type === 'footnote_ref') return 'footnote';
  if (token.type === 'link_open' && token.markup === 'autolink') return 'autolink';
  if (token.type === 'link_open' && token.markup === 'linkify') return 'linkified';
  return written ?? 'generated';
}

/** The content of an element; up to where the parser saw it end if it has no end tag of its own. */
function innerHtml({ startTagEnd, endTagStart, end }: Origin): OffsetRange {
  return { start: startTagEnd, end: Math.max(startTagEnd, endTagStart ?? end) };
}

/** SVG's links may have their target in `xlink:href`. */
function writtenValue(html: string, { start }: Origin, attribute: string): OffsetRange | undefined {
  return attributeValueIn(html, start, attribute) ?? attributeValueIn(html, start, `xlink:${attribute}`);
}
