import type { StateBlock } from 'markdown-it';
import { indentOf, isIndentedCode, lineEnd, lineStart } from './blockLines.ts';
import { openOrCloseTag } from './htmlTags.ts';

/** Elements that start an HTML block (CommonMark 0.29, kind 6): with `meta` and `source`, without `search`. */
const blockElements =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|' +
  'fieldset|figcaption|figure|footer|form|frame|frameset|h1|h2|h3|h4|h5|h6|head|header|hr|html|iframe|legend|li|link|' +
  'main|menu|menuitem|meta|nav|noframes|ol|optgroup|option|p|param|section|source|summary|table|tbody|td|tfoot|th|' +
  'thead|title|tr|track|ul';

interface HtmlBlockKind {
  readonly start: RegExp;
  readonly end: RegExp;
  readonly interruptsParagraph: boolean;
}

const kinds: readonly HtmlBlockKind[] = [
  { start: /^<(script|pre|style)(?=(\s|>|$))/i, end: /<\/(script|pre|style)>/i, interruptsParagraph: true },
  { start: /^<!--/, end: /-->/, interruptsParagraph: true },
  { start: /^<\?/, end: /\?>/, interruptsParagraph: true },
  { start: /^<![A-Z]/, end: />/, interruptsParagraph: true },
  { start: /^<!\[CDATA\[/, end: /\]\]>/, interruptsParagraph: true },
  { start: new RegExp(`^</?(${blockElements})(?=(\\s|/?>|$))`, 'i'), end: /^$/, interruptsParagraph: true },
  { start: new RegExp(`^(?:${openOrCloseTag})\\s*$`), end: /^$/, interruptsParagraph: false },
];

/** A block of raw HTML, by the rules of CommonMark 0.29: `<textarea>` is none, a declaration begins with capitals. */
export function htmlBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (isIndentedCode(state, startLine) || !state.md.options.html) return false;
  const start = lineStart(state, startLine);
  if (state.src.charCodeAt(start) !== 0x3c) return false;
  const firstLine = state.src.slice(start, lineEnd(state, startLine));
  const kind = kinds.find((candidate) => candidate.start.test(firstLine));
  if (kind === undefined) return false;
  if (silent) return kind.interruptsParagraph;

  const nextLine = kind.end.test(firstLine) ? startLine + 1 : lineAfter(state, kind.end, startLine + 1, endLine);
  state.line = nextLine;
  const token = state.push('html_block', '', 0);
  token.map = [startLine, nextLine];
  token.content = state.getLines(startLine, nextLine, state.blkIndent, true);
  return true;
}

function lineAfter(state: StateBlock, end: RegExp, from: number, endLine: number): number {
  for (let line = from; line < endLine; line++) {
    if (indentOf(state, line) < state.blkIndent) return line;
    const text = state.src.slice(lineStart(state, line), lineEnd(state, line));
    if (end.test(text)) return text === '' ? line : line + 1;
  }
  return endLine;
}
