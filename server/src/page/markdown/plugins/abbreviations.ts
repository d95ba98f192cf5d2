import type { MarkdownIt, StateBlock, StateCore, Token } from 'markdown-it';
import { lineEnd, lineStart } from '../rules/blockLines.ts';
import { punctuation, separator } from '../rules/characters.ts';

/** What may stand on either side of an abbreviation, as source of a regular expression. */
const boundary = `${punctuation}|${separator}|[ \\r\\n$+<=>^\`|~]`;

/** `*[HTML]: Hyper Text` makes every HTML in the page's text an `<abbr>`, as markdown-it-abbr 1.0.4 does. */
export function abbreviations(md: MarkdownIt): void {
  md.block.ruler.before('reference', 'abbr_def', definition, { alt: ['paragraph', 'reference'] });
  md.core.ruler.after('linkify', 'abbr_replace', replaceAll);
}

function definition(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  const { src } = state;
  const start = lineStart(state, startLine);
  const end = lineEnd(state, startLine);
  if (start + 2 >= end || !src.startsWith('*[', start)) return false;
  const labelEnd = endOfLabel(src, start + 2, end);
  if (labelEnd === undefined) return false;
  // A label that is not closed counts as closed before the page's first character: an oddity of the original.
  if (src.charAt(labelEnd === 'none' ? 0 : labelEnd + 1) !== ':') return false;
  if (silent) return true;

  const label = src.slice(start + 2, labelEnd === 'none' ? undefined : labelEnd).replace(/\\(.)/g, '$1');
  const title = src.slice(labelEnd === 'none' ? 0 : labelEnd + 2, end).trim();
  if (label === '' || title === '') return false;
  const known = definitionsOf(state) ?? new Map<string, string>();
  if (!known.has(label)) known.set(label, title);
  state.env.abbreviations = known;
  state.line = startLine + 1;
  return true;
}

function endOfLabel(src: string, from: number, end: number): number | 'none' | undefined {
  for (let at = from; at < end; at++) {
    const char = src.charAt(at);
    if (char === '[') return undefined;
    if (char === ']') return at;
    if (char === '\\') at++;
  }
  return 'none';
}

function definitionsOf(state: StateBlock | StateCore): Map<string, string> | undefined {
  return state.env.abbreviations instanceof Map ? state.env.abbreviations : undefined;
}

function replaceAll(state: StateCore): void {
  const known = definitionsOf(state);
  if (known === undefined) return;
  const longestFirst = [...known.keys()].sort((a, b) => b.length - a.length);
  const labels = longestFirst.map((label) => state.md.utils.escapeRE(label)).join('|');
  const quickTest = new RegExp(`(?:${labels})`);
  const pattern = new RegExp(`(^|${boundary})(${labels})($|${boundary})`, 'g');
  for (const block of state.tokens) {
    if (block.type !== 'inline') continue;
    block.children =
      block.children?.flatMap((token) =>
        token.type === 'text' && quickTest.test(token.content) ? replaceIn(token, pattern, known, state) : [token],
      ) ?? null;
  }
}

function replaceIn(token: Token, pattern: RegExp, known: ReadonlyMap<string, string>, state: StateCore): Token[] {
  const tokens: Token[] = [];
  const pushText = (content: string): void => {
    const text = new state.Token('text', '', 0);
    text.content = content;
    tokens.push(text);
  };
  let end = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(token.content); match !== null; match = pattern.exec(token.content)) {
    const [, before = '', label = '', after = ''] = match;
    if (match.index > 0 || before !== '') pushText(token.content.slice(end, match.index + before.length));
    const open = new state.Token('abbr_open', 'abbr', 1);
    open.attrs = [['title', known.get(label) ?? '']];
    tokens.push(open);
    pushText(label);
    tokens.push(new state.Token('abbr_close', 'abbr', -1));
    pattern.lastIndex -= after.length;
    end = pattern.lastIndex;
  }
  if (tokens.length === 0) return [token];
  if (end < token.content.length) pushText(token.content.slice(end));
  return tokens;
}
