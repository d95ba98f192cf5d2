import MarkdownItParser, { type Token } from 'markdown-it';
import { TokenClass } from './plainToken.ts';

/** The state of the core rules, with tokens that are made quickly. */
export class CoreState extends MarkdownItParser.StateCore {
  override Token = TokenClass;
}

/** The state of the block parser, with tokens that are made quickly. */
export class BlockState extends MarkdownItParser.StateBlock {
  override Token = TokenClass;

  override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    const token = new TokenClass(type, tag, nesting);
    token.block = true;
    if (nesting < 0) this.level--;
    token.level = this.level;
    if (nesting > 0) this.level++;
    this.tokens.push(token);
    return token;
  }
}
