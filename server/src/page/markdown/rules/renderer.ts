import type { MarkdownIt, Token } from 'markdown-it';

/** Restores what markdown-it 11 wrote otherwise: line breaks after hidden paragraphs, and the text of an image's label. */
export function useOldRenderer(md: MarkdownIt): void {
  const { renderer } = md;
  const renderToken = renderer.renderToken.bind(renderer);
  renderer.renderToken = (tokens, index, options) => {
    const html = renderToken(tokens, index, options);
    const token = tokens[index];
    const previous = tokens[index - 1];
    if (!token?.block || token.hidden || token.nesting === -1 || !previous?.hidden) return html;
    return html.startsWith('\n') ? html : `\n${html}`;
  };
  renderer.renderInlineAsText = (tokens) => textOf(tokens);
}

/** Only text counts, and that of images in an image's label: no code, no line break, no HTML. */
function textOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'text') return token.content;
      return token.type === 'image' ? textOf(token.children ?? []) : '';
    })
    .join('');
}
