import type { Token } from 'markdown-it';
import type { RenderingSettings } from '../wiki/settings.ts';
import { markdownFor } from './contentHtml.ts';
import { normaliseContent } from './fileOffsets.ts';
import { parseWithPositions } from './markdown/positions.ts';
import type { Positions } from './markdown/recording.ts';
import { originalRange } from './markdown/segmentMap.ts';
import type { PlacedText } from './placedText.ts';

/**
 * The HTML comments of a page in Markdown, in order. Found by the parser, since what looks like one may stand in code.
 *
 * @param contentStart where the content begins in the file's text; -1 for content with the byte order mark that the text is without
 */
export function markdownComments(content: string, contentStart: number, rendering: RenderingSettings): PlacedText[] {
  const normalised = normaliseContent(content, contentStart);
  const { tokens, positions } = parseWithPositions(markdownFor(rendering), normalised.text, {});
  return tokens
    .flatMap((token) => [token, ...(token.children ?? [])])
    .flatMap((token) => commentsOf(token, positions))
    .map(({ text, range }) => ({ text, range: normalised.fileRange(range) }));
}

function commentsOf(token: Token, { contents, places }: Positions): PlacedText[] {
  if (token.type === 'html_inline') {
    const place = places.get(token);
    return place === undefined || !token.content.startsWith('<!--')
      ? []
      : [{ text: token.content, range: place.range }];
  }
  const map = token.type === 'html_block' ? contents.get(token) : undefined;
  if (map === undefined) return [];
  return [...token.content.matchAll(/<!--[\s\S]*?-->/g)].map(({ 0: text, index }) => ({
    text,
    range: originalRange(map, index, index + text.length),
  }));
}
