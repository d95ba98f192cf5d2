import type { Token } from 'markdown-it';
import { markdownFor } from '../page/contentHtml.ts';
import { parseDocument } from '../page/html/parse.ts';
import { bodyOf, elementsIn, textOf } from '../page/html/tree.ts';
import type { ContentType } from '../wiki/address.ts';
import type { RenderingSettings } from '../wiki/settings.ts';

/** As much as one reads at a glance, and as much source as can be needed for it, in characters. */
const longest = 300;
const longestSource = 3000;

/** The first lines of a content as plain text, on one line, without headings, images and code; empty if there are none. */
export function excerptOf(content: string, contentType: ContentType, rendering: RenderingSettings): string {
  const source = content.slice(0, longestSource);
  if (contentType === 'asciidoc') return shortened(source);
  const paragraphs = contentType === 'html' ? htmlParagraphs(source) : markdownParagraphs(source, rendering);
  let text = '';
  for (const paragraph of paragraphs) {
    text = `${text} ${paragraph}`;
    if (text.length > longest) break;
  }
  return shortened(text);
}

function* markdownParagraphs(source: string, rendering: RenderingSettings): Iterable<string> {
  const tokens = markdownFor(rendering).parse(source.replace(/\r\n?/g, '\n'), {});
  let isEmpty = true;
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'heading_open' && !isEmpty) return;
    if (token.type !== 'inline' || tokens[index - 1]?.type !== 'paragraph_open') continue;
    const text = textIn(token.children ?? []);
    isEmpty &&= text.trim() === '';
    yield text;
  }
}

function textIn(tokens: readonly Token[]): string {
  return tokens
    .map(({ type, content }) => {
      if (type === 'softbreak' || type === 'hardbreak') return ' ';
      return type === 'text' || type === 'code_inline' || type === 'emoji' ? content : '';
    })
    .join('');
}

function* htmlParagraphs(source: string): Iterable<string> {
  const body = bodyOf(parseDocument(source));
  for (const element of body === undefined ? [] : elementsIn(body))
    if (['p', 'li', 'td', 'blockquote'].includes(element.name)) yield textOf(element);
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= longest) return line;
  const cut = line.lastIndexOf(' ', longest);
  return `${line.slice(0, cut > longest / 2 ? cut : longest)}…`;
}
