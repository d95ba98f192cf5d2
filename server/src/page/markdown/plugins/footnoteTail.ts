import type { MarkdownIt, StateCore, Token } from 'markdown-it';

interface Footnote {
  readonly label?: string;
  /** Of an inline footnote. */
  readonly content?: string;
  readonly tokens?: Token[];
  /** How often a labelled one is mentioned. */
  readonly count?: number;
}

/** What markdown-it-footnote keeps of a page. */
interface Footnotes {
  readonly list?: readonly Footnote[];
}

/**
 * Has the page's footnotes put at its end in time that grows with the page: markdown-it-footnote 3.0.3 copies all tokens
 * once for each footnote.
 */
export function useLinearFootnoteTail(md: MarkdownIt): void {
  md.core.ruler.at('footnote_tail', (state: StateCore) => {
    const footnotes = (state.env as { footnotes?: Footnotes }).footnotes;
    if (footnotes === undefined) return;
    const contents = takeContents(state);
    if (footnotes.list === undefined) return;
    state.tokens.push(new state.Token('footnote_block_open', '', 1));
    footnotes.list.forEach((footnote, id) => {
      appendFootnote(
        state,
        footnote,
        id,
        footnote.tokens ? inlineContent(state, footnote) : contents.get(`${footnote.label}`),
      );
    });
    state.tokens.push(new state.Token('footnote_block_close', '', -1));
  });
}

/** Takes the definitions out of the page; gives the last one of each label. What follows one within another stays, as it always did. */
function takeContents(state: StateCore): ReadonlyMap<string, readonly Token[]> {
  const contents = new Map<string, readonly Token[]>();
  let isInside = false;
  let label = '';
  let content: Token[] = [];
  state.tokens = state.tokens.filter((token) => {
    if (token.type === 'footnote_reference_open') {
      isInside = true;
      label = `${token.meta?.label}`;
      content = [];
    } else if (token.type === 'footnote_reference_close') {
      isInside = false;
      contents.set(label, content);
    } else {
      if (isInside) content.push(token);
      return !isInside;
    }
    return false;
  });
  return contents;
}

function inlineContent(state: StateCore, { tokens = [], content = '' }: Footnote): readonly Token[] {
  const open = new state.Token('paragraph_open', 'p', 1);
  const inline = new state.Token('inline', '', 0);
  const close = new state.Token('paragraph_close', 'p', -1);
  open.block = true;
  close.block = true;
  inline.children = tokens;
  inline.content = content;
  return [open, inline, close];
}

/** The ways back to where the footnote is mentioned stand at the end of its last paragraph. */
function appendFootnote(
  state: StateCore,
  { label, count = 0 }: Footnote,
  id: number,
  content: readonly Token[] = [],
): void {
  const { tokens } = state;
  const push = (type: string, nesting: -1 | 0 | 1, meta: Token['meta']): void => {
    const token = new state.Token(type, '', nesting);
    token.meta = meta;
    tokens.push(token);
  };
  push('footnote_open', 1, { id, label });
  for (const token of content) tokens.push(token);
  const lastParagraph = tokens.at(-1)?.type === 'paragraph_close' ? tokens.pop() : undefined;
  // No number at all where an inline footnote has taken the place of one that it mentions.
  const mentions = count > 0 ? count : 1;
  for (let subId = 0; subId < mentions; subId++) push('footnote_anchor', 0, { id, subId, label });
  if (lastParagraph !== undefined) tokens.push(lastParagraph);
  push('footnote_close', -1, null);
}
