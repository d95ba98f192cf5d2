import MarkdownItParser, { type Token } from 'markdown-it';

/**
 * markdown-it's token with its fields simply assigned. The published build of markdown-it 15 goes through a helper of its
 * compiler for each field of each token, which takes longer than parsing many of them.
 */
function PlainToken(this: Token, type: string, tag: string, nesting: -1 | 0 | 1): void {
  this.map = null;
  this.level = 0;
  this.children = null;
  this.content = '';
  this.markup = '';
  this.info = '';
  this.block = false;
  this.hidden = false;
  this.type = type;
  this.tag = tag;
  this.attrs = null;
  this.nesting = nesting;
  this.meta = null;
}
PlainToken.prototype = MarkdownItParser.Token.prototype;

/** Makes tokens; with `new`, and in every way one of markdown-it's. */
export const TokenClass = PlainToken as unknown as typeof MarkdownItParser.Token;
