import type { Env, MarkdownIt, Token } from 'markdown-it';
import type { OffsetRange } from '../../util/range.ts';
import type { Positions, TokenPlace } from './recording.ts';
import { originalRange, type SegmentMap } from './segmentMap.ts';

/** What a stretch of the rendered HTML was made from. */
export interface RenderedToken {
  readonly token: Token;
  /** Index of the block token that the token is, or stands in. */
  readonly index: number;
  readonly place: TokenPlace | undefined;
  /** Where the stretch begins in the HTML. */
  readonly htmlStart: number;
}

/** The tokens of a rendered page in the order of their HTML. */
export interface SourceMap {
  /** Where each stretch of the HTML begins, and what it was made from: a token, and the index of its block. */
  readonly starts: readonly number[];
  readonly rendered: readonly Token[];
  readonly blocks: readonly number[];
  /** The block tokens. */
  readonly tokens: readonly Token[];
  readonly positions: Positions;
}

/**
 * Renders tokens as `md.renderer.render` does, character for character, and notes which token gave which stretch.
 */
export function renderWithSourceMap(
  md: MarkdownIt,
  tokens: Token[],
  env: Env,
  positions: Positions,
): { html: string; sourceMap: SourceMap } {
  const starts: number[] = [];
  const rendered: Token[] = [];
  const blocks: number[] = [];
  let page = '';
  const renderOne = (siblings: Token[], index: number, token: Token, blockIndex: number): void => {
    const rule = md.renderer.rules[token.type];
    const html = rule
      ? rule(siblings, index, md.options, env, md.renderer)
      : md.renderer.renderToken(siblings, index, md.options);
    if (html === '') return;
    starts.push(page.length);
    rendered.push(token);
    blocks.push(blockIndex);
    page += html;
  };
  tokens.forEach((token, index) => {
    const { children } = token;
    if (token.type === 'inline' && children) {
      children.forEach((child, childIndex) => {
        renderOne(children, childIndex, child, index);
      });
    } else renderOne(tokens, index, token, index);
  });
  return { html: page, sourceMap: { starts, rendered, blocks, tokens, positions } };
}

/** What gave the character at `offset` of the HTML; undefined for an empty page. */
export function renderedAt(map: SourceMap, offset: number): RenderedToken | undefined {
  let low = 0;
  let high = map.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((map.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const token = map.rendered[low];
  if (token === undefined) return undefined;
  const place = map.positions.places.get(token);
  return { token, index: map.blocks[low] ?? 0, place, htmlStart: map.starts[low] ?? 0 };
}

/**
 * Where the HTML between two offsets was written, if the author wrote it as HTML: exact, since it was copied.
 * Undefined for HTML that Markdown made. The two offsets must not have a token boundary between them.
 */
export function writtenHtmlRange(map: SourceMap, htmlStart: number, htmlEnd: number): OffsetRange | undefined {
  const rendered = renderedAt(map, htmlStart);
  const raw = rendered && rawHtml(map, rendered);
  if (rendered === undefined || raw === undefined) return undefined;
  const shift = raw.offset - rendered.htmlStart;
  return originalRange(raw.map, htmlStart + shift, htmlEnd + shift);
}

function rawHtml(map: SourceMap, rendered: RenderedToken): { map: SegmentMap; offset: number } | undefined {
  const { token, place } = rendered;
  if (token.type === 'html_inline') return place;
  const content = token.type === 'html_block' ? map.positions.contents.get(token) : undefined;
  return content && { map: content, offset: 0 };
}
