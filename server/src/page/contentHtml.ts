import type { MarkdownIt } from 'markdown-it';
import type { RenderingSettings } from '../wiki/settings.ts';
import {
  type FindBlockStart,
  type FindSource,
  htmlSources,
  markdownBlockStarts,
  markdownSources,
} from './elementSources.ts';
import { normaliseContent } from './fileOffsets.ts';
import type { Hazard } from './hazard.ts';
import { noticeBlocks } from './markdown/blockNotices.ts';
import { failureOf } from './markdown/failures.ts';
import type { DefinitionPlace } from './markdown/linkPlaces.ts';
import { createMarkdown } from './markdown/markdown.ts';
import { placedNotices } from './markdown/notices.ts';
import { parseWithPositions } from './markdown/positions.ts';
import { renderWithSourceMap } from './markdown/sourceMap.ts';

/** The HTML that goes into Wiki.js's HTML steps, and the way from it back to the file. */
export interface ContentHtml {
  readonly html: string;
  readonly findSource: FindSource;
  readonly findBlockStart: FindBlockStart;
  /** Every reference definition, in offsets of the file's text. */
  readonly definitions: readonly DefinitionPlace[];
  /** What Wiki.js's own renderer fails on, in words; undefined if it does not. */
  readonly failure: string | undefined;
  /** What was noticed on the way. */
  readonly hazards: readonly Hazard[];
}

/**
 * A page's content as Wiki.js's first step leaves it.
 *
 * About half of a page's cost lies behind this: reading the HTML and Wiki.js's steps on it. For the facts alone, blocks of
 * plain Markdown (no raw HTML, no tabset around them) could be spared that: their links and headings follow from the tokens.
 *
 * @param contentStart where the content begins in the file's text; -1 for content with the byte order mark that the text is without
 */
export function contentHtml(
  content: string,
  contentType: 'markdown' | 'html',
  contentStart: number,
  rendering: RenderingSettings,
): ContentHtml {
  if (contentType === 'html') {
    return {
      html: content,
      findSource: htmlSources(content, contentStart),
      findBlockStart: ({ start }) => Math.max(0, contentStart + start),
      definitions: [],
      failure: undefined,
      hazards: [],
    };
  }
  const md = markdownFor(rendering);
  const normalised = normaliseContent(content, contentStart);
  const env = {};
  const { tokens, positions } = parseWithPositions(md, normalised.text, env);
  noticeBlocks(tokens, env);
  const { html, sourceMap } = renderWithSourceMap(md, tokens, env, positions);
  const definitions = positions.definitions.map(({ label, destination, range }) => ({
    label,
    destination: normalised.fileRange(destination),
    range: normalised.fileRange(range),
  }));
  return {
    html,
    findSource: markdownSources(html, sourceMap, normalised),
    findBlockStart: markdownBlockStarts(html, sourceMap, normalised),
    definitions,
    failure: failureOf(env),
    hazards: placedNotices(env, positions, normalised.text).map(({ facts, range }) => ({
      ...facts,
      range: normalised.fileRange(range),
    })),
  };
}

const parsers = new WeakMap<RenderingSettings, MarkdownIt>();

/** The parser for these settings, made once. */
export function markdownFor(rendering: RenderingSettings): MarkdownIt {
  const known = parsers.get(rendering);
  if (known !== undefined) return known;
  const md = createMarkdown(rendering);
  parsers.set(rendering, md);
  return md;
}
