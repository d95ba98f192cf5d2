import type { MarkdownIt, StateInline } from 'markdown-it';

/** `H~2~O`, as markdown-it-sub 1.0.0. */
export function subscript(md: MarkdownIt): void {
  md.inline.ruler.after('emphasis', 'sub', (state, silent) => marked(state, silent, '~', 'sub'));
}

/** `29^th^`, as markdown-it-sup 1.0.0. */
export function superscript(md: MarkdownIt): void {
  md.inline.ruler.after('emphasis', 'sup', (state, silent) => marked(state, silent, '^', 'sup'));
}

/** What stands between two marks is plain text without white space, unless that is escaped. */
function marked(state: StateInline, silent: boolean, mark: string, tag: 'sub' | 'sup'): boolean {
  const { src, pos: start, posMax } = state;
  if (src.charAt(start) !== mark || silent || start + 2 >= posMax) return false;
  const end = closingMark(state, mark);
  state.pos = start;
  if (end === undefined || end === start + 1) return false;
  const content = src.slice(start + 1, end);
  if (/(^|[^\\])(\\\\)*\s/.test(content)) return false;

  state.push(`${tag}_open`, tag, 1).markup = mark;
  state.push('text', '', 0).content = content.replace(/\\([ \\!"#$%&'()*+,./:;<=>?@[\]^_`{|}~-])/g, '$1');
  state.push(`${tag}_close`, tag, -1).markup = mark;
  state.pos = end + 1;
  return true;
}

/** The next mark that no other construct holds; `state.pos` is moved. */
function closingMark(state: StateInline, mark: string): number | undefined {
  state.pos++;
  while (state.pos < state.posMax) {
    if (state.src.charAt(state.pos) === mark) return state.pos;
    state.md.inline.skipToken(state);
  }
  return undefined;
}
