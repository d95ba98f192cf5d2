import type { Env, MarkdownIt, StateBlock, StateInline, Token } from 'markdown-it';
import { reasonAgainstTex, renderTex } from '../katexRenderer.ts';
import { explained, firstLineOf, notice, placeOfToken } from '../notices.ts';
import { lineEnd, lineStart } from '../rules/blockLines.ts';
import type { TexMacros } from '../texMacros.ts';
import { isAccident } from './mathsAccident.ts';

/** Which of the two forms of maths a site reads. */
export interface MathsOptions {
  readonly useInline: boolean;
  readonly useBlocks: boolean;
}

/** `$TeX$` and blocks between `$$`, set by KaTeX; what it cannot read stays as it is, not even escaped. */
export function katex(md: MarkdownIt, options: MathsOptions): void {
  /** Macros that a page defines hold to its end. */
  const macrosOfPage = new WeakMap<Env, TexMacros>();
  const render = (token: Token, displayMode: boolean, env: Env): string | undefined => {
    const macros = macrosOfPage.get(env) ?? {};
    macrosOfPage.set(env, macros);
    const html = renderTex(token.content, displayMode, macros);
    if (html === undefined && !explained.has(token)) {
      const reason = reasonAgainstTex(token.content, displayMode, macros);
      notice(env, { kind: 'maths-error', reason }, placeOfToken(token));
    }
    return html;
  };
  addMaths(md, 'katex', options, {
    inline: (token, env) => render(token, false, env) ?? token.content,
    block: (token, env) => {
      const html = render(token, true, env);
      return html === undefined ? token.content : `<p>${html}</p>`;
    },
  });
}

/**
 * The same for sites that use MathJax instead. It is far too large to bring along, so a placeholder stands for its
 * drawing; like that, it has no text.
 */
export function mathJax(md: MarkdownIt, options: MathsOptions): void {
  const placeholder = (tex: string): string => `<svg role="img" aria-label="${md.utils.escapeHtml(tex)}"></svg>`;
  addMaths(md, 'mathjax', options, {
    inline: ({ content }) => placeholder(content),
    block: ({ content }) => `<p>${placeholder(content)}</p>`,
  });
}

interface MathsRenderer {
  readonly inline: (token: Token, env: Env) => string;
  readonly block: (token: Token, env: Env) => string;
}

function addMaths(md: MarkdownIt, name: string, options: MathsOptions, renderer: MathsRenderer): void {
  if (options.useInline) {
    md.inline.ruler.after('escape', `${name}_inline`, (state, silent) => inlineMaths(state, silent, name));
    md.renderer.rules[`${name}_inline`] = rendererRule(renderer.inline);
  }
  if (options.useBlocks) {
    md.block.ruler.after(
      'blockquote',
      `${name}_block`,
      (state, startLine, endLine, silent) => mathsBlock(state, startLine, endLine, silent, name),
      { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
    );
    md.renderer.rules[`${name}_block`] = rendererRule(renderer.block);
  }
}

function rendererRule(render: MathsRenderer['inline']): NonNullable<MarkdownIt['renderer']['rules'][string]> {
  return (tokens, index, _options, env) => {
    const token = tokens[index];
    return token === undefined ? '' : render(token, env ?? {});
  };
}

/** A dollar sign opens unless white space follows; it closes unless white space stands before or a digit behind it. */
function inlineMaths(state: StateInline, silent: boolean, name: string): boolean {
  const { src, pos, posMax } = state;
  if (src.charAt(pos) !== '$') return false;
  // The closing sign may lie beyond the link text that is parsed; what comes after that end does not count.
  const charAfter = (at: number): string => (at + 1 <= posMax ? src.charAt(at + 1) : '');
  const close = /[ \t]/.test(charAfter(pos)) ? -1 : closingDollar(src, pos + 1);
  if (close === pos + 1) return asText(state, silent, '$$');
  const canClose = close > 0 && !/[ \t]/.test(src.charAt(close - 1)) && !/\d/.test(charAfter(close));
  if (!canClose) return asText(state, silent, '$');
  if (!silent) {
    const token = state.push(`${name}_inline`, 'math', 0);
    token.markup = '$';
    token.content = src.slice(pos + 1, close);
    if (isAccident(token.content, src.charAt(close + 1))) {
      explained.add(token);
      notice(state.env, { kind: 'maths-by-accident' }, placeOfToken(token));
    }
  }
  state.pos = close + 1;
  return true;
}

function asText(state: StateInline, silent: boolean, text: string): boolean {
  if (!silent) state.pending += text;
  state.pos += text.length;
  return true;
}

/** The next dollar sign that no backslash takes the meaning of. */
function closingDollar(src: string, from: number): number {
  for (let at = src.indexOf('$', from); at !== -1; at = src.indexOf('$', at + 1)) {
    let start = at;
    while (src.charAt(start - 1) === '\\') start--;
    if ((at - start) % 2 === 0) return at;
  }
  return -1;
}

/**
 * A block from `$$` to the next line that ends in `$$`. One that is never closed takes also the line behind the end
 * of what it stands in.
 */
function mathsBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean, name: string): boolean {
  const start = lineStart(state, startLine);
  const end = lineEnd(state, startLine);
  if (start + 2 > end || !state.src.startsWith('$$', start)) return false;
  if (silent) return true;

  let first = state.src.slice(start + 2, end);
  let last = '';
  let line = startLine;
  let isClosed = first.trim().endsWith('$$');
  if (isClosed) {
    first = first.trim().slice(0, -2);
  } else {
    for (line++; line < endLine; line++) {
      const textStart = lineStart(state, line);
      const textEnd = lineEnd(state, line);
      if (textStart < textEnd && (state.tShift[line] ?? 0) < state.blkIndent) break;
      const text = state.src.slice(textStart, textEnd);
      if (!text.trim().endsWith('$$')) continue;
      isClosed = true;
      last = text.slice(0, text.lastIndexOf('$$'));
      break;
    }
  }
  state.line = line + 1;
  const token = state.push(`${name}_block`, 'math', 0);
  token.content =
    (first.trim() === '' ? '' : `${first}\n`) +
    state.getLines(startLine + 1, line, state.tShift[startLine] ?? 0, true) +
    (last.trim() === '' ? '' : last);
  token.map = [startLine, state.line];
  token.markup = '$$';
  if (!isClosed) {
    explained.add(token);
    notice(state.env, { kind: 'maths-unclosed' }, firstLineOf(token));
  }
  return true;
}
