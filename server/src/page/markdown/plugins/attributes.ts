import type { Env, MarkdownIt, StateCore, Token } from 'markdown-it';
import { noteFailure } from '../failures.ts';
import { blockBefore, noticeBraces, noticeEmptyParagraph, noticeFence } from './bracesNotices.ts';
import {
  addAttributes,
  endsWithAttributes,
  isOnlyAttributes,
  parseAttributes,
  startsWithAttributes,
} from './curlyAttributes.ts';

const ruleWithAttributes = /^ {0,3}[-*_]{3,} ?\{[^}]/;

/**
 * `{.class #id target=_blank}` after inline elements, at the end of blocks and on a line of its own, with every
 * oddity of markdown-it-attrs 3.0.3 (rules reference (f)). The order of the steps is that of its patterns.
 */
export function attributes(md: MarkdownIt): void {
  md.core.ruler.before('linkify', 'curly_attributes', (state: StateCore) => {
    const { tokens, env } = state;
    if (!/[{&]/.test(state.src)) return;
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i];
      if (token === undefined) continue;
      if (token.info !== '' && token.block && endsWithAttributes(token.info)) attributesOfFence(token, env);
      if (token.type === 'table_close') attributesAfterTable(tokens, i, env);
      else if (/^(?:bullet|ordered)_list_close$/.test(token.type)) attributesAfterList(tokens, i, env);
      else if (token.type === 'paragraph_open') attributesOfRule(tokens, i);
      else if (token.type === 'inline' && token.children?.some((child) => child.content.includes('}'))) {
        attributesOfInline(tokens, i, token, env);
      }
    }
  });
}

function attributesOfFence(token: Token, env: Env): void {
  const braces = token.info.slice(token.info.lastIndexOf('{'));
  addAttributes(token, parseAttributes(braces, 0));
  const start = token.info.search(/[ \n]?\{[^{}]+\}$/);
  if (start >= 0) token.info = token.info.slice(0, start);
  // A diagram's are on its image.
  if (token.type === 'fence') noticeFence(env, token, braces);
}

function attributesAfterTable(tokens: Token[], i: number, env: Env): void {
  const content = tokens[i + 2]?.content ?? '';
  if (tokens[i + 1]?.type !== 'paragraph_open' || tokens[i + 2]?.type !== 'inline' || !isOnlyAttributes(content))
    return;
  const table = openingOf(tokens, i);
  apply(table, parseAttributes(content, 0), env);
  noticeBraces(env, { braces: content, inline: tokens[i + 2], target: table });
  tokens.splice(i + 1, 3);
}

function attributesAfterList(tokens: Token[], i: number, env: Env): void {
  const inline = tokens[i + 2];
  if (tokens[i + 1]?.type !== 'paragraph_open' || inline?.type !== 'inline' || inline.children?.length !== 1) return;
  if (tokens[i + 3]?.type !== 'paragraph_close' || !isOnlyAttributes(inline.content)) return;
  const list = openingOf(tokens, i);
  apply(list, parseAttributes(inline.content, 0), env);
  noticeBraces(env, { braces: inline.content, inline, target: list });
  tokens.splice(i + 1, 3);
}

/** `--- {.class}`: no thematic break for Markdown, so far a paragraph. */
function attributesOfRule(tokens: Token[], i: number): void {
  const open = tokens[i];
  const inline = tokens[i + 1];
  if (open === undefined || inline?.type !== 'inline' || !ruleWithAttributes.test(inline.content)) return;
  if (inline.children?.length !== 1 || tokens[i + 2]?.type !== 'paragraph_close') return;
  open.type = 'hr';
  open.tag = 'hr';
  open.nesting = 0;
  open.attrs = parseAttributes(inline.content, inline.content.lastIndexOf('{')).map(([name, value]) => [name, value]);
  open.markup = inline.content;
  tokens.splice(i + 1, 2);
}

function attributesOfInline(tokens: Token[], i: number, inline: Token, env: Env): void {
  attributesAfterChildren(inline, env, (child) => child.type === 'image' || child.type === 'code_inline', false);
  attributesAfterChildren(inline, env, (child) => child.nesting === -1, true);

  const item = tokens[i - 2]?.type === 'list_item_open' ? tokens[i - 2] : undefined;
  if (item !== undefined && hasAttributeLine(inline)) {
    const list = listOf(tokens, i - 2);
    takeAttributeLine(inline, list, env);
  }
  if (item !== undefined && inline.children?.at(-1)?.type === 'text') {
    const braces = takeAttributesAtEnd(inline, item, env);
    if (braces !== undefined) noticeBraces(env, { braces, inline, target: item });
  }
  if (hasAttributeLine(inline)) takeAttributeLine(inline, outermostClosingAt(tokens, i), env);
  const last = inline.children?.at(-1);
  if (last?.type === 'code_inline') return;
  const target = outermostClosingAt(tokens, i);
  const braces = takeAttributesAtEnd(inline, target, env);
  if (braces === undefined) return;
  const isEmpty =
    target?.type === 'paragraph_open' &&
    target === tokens[i - 1] &&
    inline.children?.every(({ type, content }) => type === 'text' && content === '');
  if (isEmpty) noticeEmptyParagraph(env, { braces, inline, target }, blockBefore(tokens, i - 2));
  else noticeBraces(env, { braces, inline, target, formula: last?.tag === 'math' ? last : undefined });
}

/**
 * Attributes right after an inline element: `*text*{.class}`, `![](image.png){.class}`.
 *
 * @param hasOpening whether the attributes go to the opening token of what stands before them
 */
function attributesAfterChildren(
  inline: Token,
  env: Env,
  takesAttributes: (child: Token) => boolean,
  hasOpening: boolean,
): void {
  const children = inline.children ?? [];
  const takesAny = (at: number): boolean => {
    const text = children[at];
    // The element before the first one is the last one for markdown-it-attrs, which then fails.
    const before = children.at(at - 1);
    if (text?.type !== 'text' || before === undefined || !takesAttributes(before)) return false;
    return startsWithAttributes(text.content);
  };
  for (let index = 0; index < children.length; ) {
    const text = children[index];
    if (text === undefined || !takesAny(index)) {
      index++;
      continue;
    }
    const found = parseAttributes(text.content, 0);
    const target = hasOpening ? openingOf(children, index - 1) : children[index - 1];
    if (target !== undefined) addAttributes(target, found);
    else if (found.length > 0 || (hasOpening && index === 0)) noteFailure(env, misplaced);
    const end = text.content.indexOf('}') + 1;
    noticeBraces(env, { braces: text.content.slice(0, end), inline, target, follows: children[index - 1] });
    text.content = text.content.slice(end);
    if (hasOpening || text.content !== '') continue;
    children.splice(index, 1);
    if (takesAny(0)) index = 0;
  }
}

const misplaced = 'attributes in braces stand where nothing can take them';

function hasAttributeLine(inline: Token): boolean {
  const [lineBreak, text] = inline.children?.slice(-2) ?? [];
  return lineBreak?.type === 'softbreak' && text?.type === 'text' && isOnlyAttributes(text.content);
}

function takeAttributeLine(inline: Token, target: Token | undefined, env: Env): void {
  const braces = inline.children?.at(-1)?.content ?? '';
  apply(target, parseAttributes(braces, 0), env);
  noticeBraces(env, { braces, inline, target });
  inline.children = inline.children?.slice(0, -2) ?? [];
}

/** Gives the braces that it has taken. */
function takeAttributesAtEnd(inline: Token, target: Token | undefined, env: Env): string | undefined {
  const last = inline.children?.at(-1);
  if (last === undefined || !endsWithAttributes(last.content)) return undefined;
  const start = last.content.lastIndexOf('{');
  apply(target, parseAttributes(last.content, start), env);
  const braces = last.content.slice(start);
  const rest = last.content.slice(0, start);
  last.content = rest.endsWith(' ') ? rest.slice(0, -1) : rest;
  return braces;
}

function apply(target: Token | undefined, found: ReturnType<typeof parseAttributes>, env: Env): void {
  if (target !== undefined) addAttributes(target, found);
  else if (found.length > 0) noteFailure(env, misplaced);
}

function listOf(tokens: readonly Token[], item: number): Token | undefined {
  for (let i = item - 1; i >= 0; i--) {
    if (/^(?:bullet|ordered)_list_open$/.test(tokens[i]?.type ?? '')) return tokens[i];
  }
  return undefined;
}

/** The block that is open around an inline token and that closes last of those that close with it. */
function outermostClosingAt(tokens: readonly Token[], inline: number): Token | undefined {
  let i = inline + 1;
  while (tokens[i + 1]?.nesting === -1) i++;
  return openingOf(tokens, i);
}

/** The opening token that belongs to a closing one; a token that neither opens nor closes is its own. */
function openingOf(tokens: readonly Token[], index: number): Token | undefined {
  const close = tokens[index];
  if (close === undefined || close.type === 'softbreak') return undefined;
  if (close.nesting === 0) return close;
  const type = close.type.replace('_close', '_open');
  for (let i = index; i >= 0; i--) {
    if (tokens[i]?.type === type && tokens[i]?.level === close.level) return tokens[i];
  }
  return undefined;
}
