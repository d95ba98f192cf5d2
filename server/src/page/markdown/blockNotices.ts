import type { Env, Token } from 'markdown-it';
import { mermaidKindOf } from '../../wiki/mermaid.ts';
import { elementsOfThemeClass } from '../../wiki/themeClasses.ts';
import type { ForeignSyntax } from '../hazard.ts';
import { firstLineOf, notice, placeInContent } from './notices.ts';

/** Notices what only shows in finished blocks: syntax of other Markdowns, braces that are still there, unknown diagrams. */
export function noticeBlocks(tokens: readonly Token[], env: Env): void {
  tokens.forEach((token, index) => {
    if (token.type === 'fence') noticeMermaid(token, env);
    if (token.type !== 'inline') return;
    if (mayBeForeign.test(token.content)) noticeForeign(tokens, index, token, env);
    if (token.content.includes('{.')) noticeBracesInText(token, env);
  });
}

function noticeMermaid(fence: Token, env: Env): void {
  if (!/^mermaid(?:\s|$)/.test(fence.info.trimStart())) return;
  const { diagram, isKnown } = mermaidKindOf(fence.content);
  if (!isKnown) notice(env, { kind: 'mermaid-unknown', diagram }, firstLineOf(fence));
}

const mayBeForeign = /^(?:\[!?[a-z_[]|:::|!!!|\?\?\?)/i;
const alert = /^\[!(?:note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i;
const tableOfContents = /^(?:\[\[?_?toc_?\]\]?)$/i;
const container = /^:::+[ \t]*\{?[a-z]/i;
const admonition = /^(?:!!!|\?\?\?\+?)[ \t]+[a-z][\w-]*(?:[ \t]+"[^"\n]*")?[ \t]*(?:\n|$)/i;

function noticeForeign(tokens: readonly Token[], index: number, inline: Token, env: Env): void {
  const syntax = foreignSyntaxOf(tokens, index, inline.content);
  if (syntax === undefined) return;
  const [firstLine = ''] = inline.content.split('\n', 1);
  notice(env, { kind: 'unsupported', syntax }, placeInContent(inline, firstLine.trimEnd(), 0));
}

function foreignSyntaxOf(tokens: readonly Token[], index: number, content: string): ForeignSyntax | undefined {
  if (tokens[index - 1]?.type !== 'paragraph_open') return undefined;
  const around = tokens[index - 2];
  if (around?.type === 'blockquote_open' && alert.test(content)) {
    return around.level === 0 && endsInText(tokens, index) ? 'alert' : 'nested-alert';
  }
  if (tableOfContents.test(content)) return 'toc';
  if (container.test(content)) return 'container';
  return admonition.test(content) ? 'admonition' : undefined;
}

/** Whether the last block of the quote around a block is a paragraph, so that a line below it reaches the quote. */
function endsInText(tokens: readonly Token[], index: number): boolean {
  let close = index;
  while (close < tokens.length && (tokens[close]?.type !== 'blockquote_close' || tokens[close]?.level !== 0)) close++;
  return tokens[close - 1]?.type === 'paragraph_close';
}

const classInBraces = /\{\.([\w-]+)[^{}\n]*\}/g;

/** Attributes that the plugin for them has left where they are, if they are surely meant for it. */
function noticeBracesInText(inline: Token, env: Env): void {
  let searchedTo = 0;
  for (const { type, content } of inline.children ?? []) {
    if (type !== 'text' || !content.includes('{.')) continue;
    for (const [braces, name = ''] of content.matchAll(classInBraces)) {
      if (elementsOfThemeClass(name) === undefined) continue;
      const at = inline.content.indexOf(braces, searchedTo);
      if (at >= 0) searchedTo = at + braces.length;
      notice(env, { kind: 'attributes-as-text' }, placeInContent(inline, braces, at));
    }
  }
}
