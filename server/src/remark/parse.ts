import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { MarkdownSource } from '../edits/markdownTools.ts';
import { withoutWikiSyntax } from './wikiSyntax.ts';

/** One tilde makes a subscript in Wiki.js. */
const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkMath).freeze();

/** The syntax tree of a page's content. Places are those of the file's text. */
export function parseMarkdown({ text, contentStart }: MarkdownSource): Root {
  return parser.parse(withoutWikiSyntax(text, contentStart));
}
