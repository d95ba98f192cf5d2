import MarkdownItParser, { type Token } from 'markdown-it';
import { isPunctuation } from './characters.ts';
import { TokenClass } from './plainToken.ts';

/** The state of the inline parser, which sees emphasis marks as markdown-it 11 did: UTF-16 unit by unit, symbols beyond ASCII as letters. */
export class InlineState extends MarkdownItParser.StateInline {
  override Token = TokenClass;

  override pushPending(): Token {
    const token = new TokenClass('text', '', 0);
    token.content = this.pending;
    token.level = this.pendingLevel;
    this.tokens.push(token);
    this.pending = '';
    return token;
  }

  override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    if (this.pending !== '') this.pushPending();
    const token = new TokenClass(type, tag, nesting);
    if (nesting < 0) {
      this.level--;
      this.delimiters = this._prev_delimiters.pop() ?? [];
    }
    token.level = this.level;
    if (nesting > 0) {
      this.level++;
      this._prev_delimiters.push(this.delimiters);
      this.delimiters = [];
    }
    this.pendingLevel = this.level;
    this.tokens.push(token);
    this.tokens_meta.push(nesting > 0 ? { delimiters: this.delimiters } : undefined);
    return token;
  }

  /**
   * How the marks that start at an offset may be used (CommonMark 0.29, 6.4).
   *
   * @param canSplitWord whether they may stand within a word
   */
  override scanDelims(start: number, canSplitWord: boolean): { can_open: boolean; can_close: boolean; length: number } {
    const marker = this.src.charCodeAt(start);
    let end = start;
    while (end < this.posMax && this.src.charCodeAt(end) === marker) end++;
    const before = start > 0 ? this.src.charCodeAt(start - 1) : 0x20;
    const after = end < this.posMax ? this.src.charCodeAt(end) : 0x20;

    const { isWhiteSpace } = this.md.utils;
    const spaceBefore = isWhiteSpace(before);
    const spaceAfter = isWhiteSpace(after);
    const punctuationBefore = isPunctuation(before);
    const punctuationAfter = isPunctuation(after);
    const leftFlanking = !spaceAfter && (!punctuationAfter || spaceBefore || punctuationBefore);
    const rightFlanking = !spaceBefore && (!punctuationBefore || spaceAfter || punctuationAfter);
    return {
      can_open: leftFlanking && (canSplitWord || !rightFlanking || punctuationBefore),
      can_close: rightFlanking && (canSplitWord || !leftFlanking || punctuationAfter),
      length: end - start,
    };
  }
}
