import type { MarkdownIt } from 'markdown-it';

/** `_text_` is underlined instead of emphasised. */
export function underline(md: MarkdownIt): void {
  const rule: (typeof md.renderer.rules)[string] = (tokens, index, options, _env, renderer) => {
    const token = tokens[index];
    if (token?.markup === '_') token.tag = 'u';
    return renderer.renderToken(tokens, index, options);
  };
  md.renderer.rules.em_open = rule;
  md.renderer.rules.em_close = rule;
}
