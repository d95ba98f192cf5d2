import type { Token as MarkdownToken } from 'markdown-it';
import type { Token as HtmlToken } from 'parse5';
import type { OffsetRange } from '../util/range.ts';
import type { NormalisedContent } from './fileOffsets.ts';
import type { DefinitionPlace } from './markdown/linkPlaces.ts';
import { originalRange } from './markdown/segmentMap.ts';
import { type RenderedToken, renderedAt, type SourceMap, writtenHtmlRange } from './markdown/sourceMap.ts';
import type { LinkForm } from './page.ts';

/** Where an element of the final page was written, in offsets of the file's text. */
export interface ElementOrigin {
  /** `generated`: no author wrote it as a link or image: emoji, diagrams, anchors. */
  readonly form: LinkForm | 'generated';
  /** The whole construct. */
  readonly range: OffsetRange;
  /** What a person reads of it. */
  readonly textRange: OffsetRange;
  /** Where its href or src is written; for a reference, in the definition. */
  readonly value: OffsetRange | undefined;
}

/** Finds the origin of an element by where the HTML parser found it, and by the attribute that matters (`href`, `src`, `id`). */
export type FindOrigin = (location: HtmlToken.ElementLocation, attribute: string) => ElementOrigin;

/** For pages that are HTML themselves: the parsed HTML is the file from `contentStart` on. */
export function htmlOrigins(html: string, contentStart: number): FindOrigin {
  const inFile = ({ start, end }: OffsetRange): OffsetRange => ({
    start: contentStart + start,
    end: contentStart + end,
  });
  return (location, attribute) => {
    const value = attributeValue(html, location, attribute);
    return {
      form: 'html',
      range: inFile({ start: location.startOffset, end: location.endOffset }),
      textRange: inFile(innerHtml(location)),
      value: value && inFile(value),
    };
  };
}

/** For Markdown pages: through the map from the rendered HTML to the source. */
export function markdownOrigins(html: string, map: SourceMap, content: NormalisedContent): FindOrigin {
  const definitions = new Map<string, DefinitionPlace>();
  for (const definition of map.positions.definitions) {
    if (!definitions.has(definition.label)) definitions.set(definition.label, definition);
  }
  const inFile = (origin: ElementOrigin): ElementOrigin => ({
    form: origin.form,
    range: content.fileRange(origin.range),
    textRange: content.fileRange(origin.textRange),
    value: origin.value && content.fileRange(origin.value),
  });
  return (location, attribute) => {
    const rendered = renderedAt(map, location.startOffset);
    if (rendered === undefined) return inFile(coarseOrigin({ start: 0, end: 0 }));
    return inFile(
      rawHtmlOrigin(html, map, location, attribute) ??
        headingOrigin(map, rendered) ??
        constructOrigin(rendered, definitions) ??
        coarseOrigin(blockRange(map, rendered)),
    );
  };
}

function coarseOrigin(range: OffsetRange): ElementOrigin {
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

function rawHtmlOrigin(
  html: string,
  map: SourceMap,
  location: HtmlToken.ElementLocation,
  attribute: string,
): ElementOrigin | undefined {
  const startTag = location.startTag ?? location;
  const written = writtenHtmlRange(map, startTag.startOffset, startTag.endOffset);
  if (written === undefined) return undefined;
  const value = attributeValue(html, location, attribute);
  const inner = innerHtml(location);
  const textEnd = Math.max(written.end, sourceEnd(map, inner.end));
  return {
    form: 'html',
    range: { start: written.start, end: Math.max(textEnd, sourceEnd(map, location.endOffset)) },
    textRange: { start: written.end, end: textEnd },
    value: value && writtenHtmlRange(map, value.start, value.end),
  };
}

/** Where the source ends of the HTML before `htmlOffset`. */
function sourceEnd(map: SourceMap, htmlOffset: number): number {
  const written = writtenHtmlRange(map, htmlOffset - 1, htmlOffset);
  if (written !== undefined) return written.end;
  const rendered = renderedAt(map, htmlOffset - 1);
  return rendered?.place?.range.end ?? 0;
}

function headingOrigin(map: SourceMap, { token, index }: RenderedToken): ElementOrigin | undefined {
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

function constructOrigin(
  { token, place }: RenderedToken,
  definitions: ReadonlyMap<string, DefinitionPlace>,
): ElementOrigin | undefined {
  if (place === undefined) return undefined;
  const { range, destination } = place;
  const value =
    destination?.kind === 'reference' ? definitions.get(destination.label)?.destination : destination?.range;
  return { form: formOf(token, destination?.kind), range, textRange: range, value };
}

function formOf(token: MarkdownToken, written: 'inline' | 'reference' | undefined): ElementOrigin['form'] {
  if (token.type === 'footnote_ref') return 'footnote';
  if (token.type === 'link_open' && token.markup === 'autolink') return 'autolink';
  if (token.type === 'link_open' && token.markup === 'linkify') return 'linkified';
  return written ?? 'generated';
}

/** The content of an element; empty after its start tag if it has no end tag of its own. */
function innerHtml(location: HtmlToken.ElementLocation): OffsetRange {
  const start = (location.startTag ?? location).endOffset;
  return { start, end: Math.max(start, location.endTag?.startOffset ?? location.endOffset) };
}

/** The value of an attribute as it stands in the HTML, without its quotes. */
function attributeValue(html: string, location: HtmlToken.ElementLocation, name: string): OffsetRange | undefined {
  const attribute = location.attrs?.[name];
  if (attribute === undefined) return undefined;
  const { startOffset, endOffset } = attribute;
  const written = /^[^=]*=?[ \t\n\f\r]*/.exec(html.slice(startOffset, endOffset))?.[0].length ?? 0;
  const start = startOffset + written;
  const quote = html[start];
  const isQuoted = (quote === '"' || quote === "'") && endOffset - start > 1;
  return isQuoted ? { start: start + 1, end: endOffset - 1 } : { start, end: endOffset };
}
