import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import emojiByName from 'markdown-it-emoji/lib/data/full.mjs';
import emoticonsByName from 'markdown-it-emoji/lib/data/shortcuts.mjs';
import { control, punctuation, separator } from '../rules/characters.ts';
import { twemojiHtml } from './twemoji.ts';

const names: ReadonlyMap<string, string> = new Map(Object.entries(emojiByName));

const nameOfEmoticon: ReadonlyMap<string, string> = new Map(
  Object.entries(emoticonsByName)
    .filter(([name]) => names.has(name))
    .flatMap(([name, emoticons]) => [emoticons].flat().map((emoticon): [string, string] => [emoticon, name])),
);

/** One of these is in every name with its colons and in every emoticon. */
const inEveryEmoji = /[:;<]|-\)/;

const boundary = new RegExp(`${separator}|${punctuation}|${control}`);

/** `:name:` and emoticons become images, as markdown-it-emoji 3.0.0 finds them and Wiki.js writes them. */
export function emoji(md: MarkdownIt): void {
  const sources = [...[...names.keys()].map((name) => `:${name}:`), ...nameOfEmoticon.keys()];
  // Longer ones first where one begins like another.
  const pattern = sources.sort().reverse().map(md.utils.escapeRE).join('|');
  const anyEmoji = new RegExp(pattern);
  const everyEmoji = new RegExp(pattern, 'g');
  const holdsEmoji = (text: string): boolean => inEveryEmoji.test(text) && anyEmoji.test(text);
  md.core.ruler.after('linkify', 'emoji', (state) => replaceEmoji(state, holdsEmoji, everyEmoji));
  md.renderer.rules.emoji = (tokens, index) => twemojiHtml(tokens[index]?.content ?? '');
}

function replaceEmoji(state: StateCore, holdsEmoji: (text: string) => boolean, everyEmoji: RegExp): void {
  let autolinks = 0;
  for (const block of state.tokens) {
    if (block.type !== 'inline' || block.children === null) continue;
    for (let i = block.children.length - 1; i >= 0; i--) {
      const token: Token | undefined = block.children[i];
      if (token === undefined) continue;
      if (token.info === 'auto' && token.type.startsWith('link_')) autolinks -= token.nesting;
      if (token.type !== 'text' || autolinks !== 0 || !holdsEmoji(token.content)) continue;
      block.children = state.md.utils.arrayReplaceAt(block.children, i, splitAtEmoji(token, everyEmoji, state));
    }
  }
}

function splitAtEmoji(token: Token, everyEmoji: RegExp, state: StateCore): Token[] {
  const text = token.content;
  const tokens: Token[] = [];
  const push = (type: string, content: string, markup: string): void => {
    const part = new state.Token(type, '', 0);
    part.content = content;
    part.markup = markup;
    tokens.push(part);
  };
  let end = 0;
  for (const { 0: match, index } of text.matchAll(everyEmoji)) {
    const emoticon = nameOfEmoticon.get(match);
    // An emoticon stands alone, so that the `:/` of a URL is none.
    if (emoticon !== undefined && !standsAlone(text, index, index + match.length)) continue;
    const name = emoticon ?? match.slice(1, -1);
    if (index > end) push('text', text.slice(end, index), '');
    push('emoji', names.get(name) ?? '', name);
    end = index + match.length;
  }
  if (end < text.length) push('text', text.slice(end), '');
  return tokens;
}

function standsAlone(text: string, start: number, end: number): boolean {
  return (
    (start === 0 || boundary.test(text.charAt(start - 1))) && (end === text.length || boundary.test(text.charAt(end)))
  );
}
