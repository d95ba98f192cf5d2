import MarkdownItParser, { type MarkdownIt } from 'markdown-it';
import type { BlockRule } from './blockLines.ts';
import { indentedCode } from './code.ts';
import { codeSpan } from './codeSpan.ts';
import { balancePairs, emphasis, strikethrough } from './delimiters.ts';
import { backslashEscape, entity } from './escape.ts';
import { htmlBlock } from './htmlBlock.ts';
import { htmlInline } from './htmlInline.ts';
import { InlineState } from './inlineState.ts';
import { findLinks, mayHoldLink } from './linkFinder.ts';
import { normalizeLink, normalizeLinkText, parseLinkDestination, parseLinkTitle } from './links.ts';
import { listRule } from './list.ts';
import { heading, paragraph, underlinedHeading } from './paragraph.ts';
import { reference } from './reference.ts';
import { useOldRenderer } from './renderer.ts';
import { BlockState, CoreState } from './states.ts';
import { table } from './table.ts';
import { replacementsRule, smartQuotes } from './typographer.ts';

/**
 * Makes the newest markdown-it parse as markdown-it 11.0.1 does, the version that Wiki.js runs (rules reference (f)).
 * That version itself has known vulnerabilities, so its behaviour is restored rule by rule: the chains below name
 * every rule in 11's order, ours where the newest differs.
 */
export function useOldSyntax(md: MarkdownIt): void {
  md.normalizeLink = (url) => normalizeLink(md, url);
  md.normalizeLinkText = (url) => normalizeLinkText(md, url);
  md.helpers = { ...md.helpers, parseLinkDestination, parseLinkTitle };
  md.linkify.test = mayHoldLink;
  md.linkify.match = findLinks;
  md.core.State = CoreState;
  md.block.State = BlockState;
  useOldBlockRules(md);
  useOldInlineRules(md);
  useOldCoreRules(md);
  useOldRenderer(md);
}

function useOldBlockRules(md: MarkdownIt): void {
  const builtIn = builtInRules(md.block.ruler);
  const ruler: MarkdownIt['block']['ruler'] = new MarkdownItParser.Ruler();
  const add = (name: string, rule: BlockRule, alt: string[] = []): void => ruler.push(name, rule, { alt });
  add('table', table, ['paragraph', 'reference']);
  add('code', indentedCode);
  add('fence', builtIn('fence'), ['paragraph', 'reference', 'blockquote', 'list']);
  add('blockquote', builtIn('blockquote'), ['paragraph', 'reference', 'blockquote', 'list']);
  add('hr', builtIn('hr'), ['paragraph', 'reference', 'blockquote', 'list']);
  add('list', listRule(builtIn('list')), ['paragraph', 'reference', 'blockquote']);
  add('reference', reference);
  add('heading', heading, ['paragraph', 'reference', 'blockquote']);
  add('lheading', underlinedHeading);
  add('html_block', htmlBlock, ['paragraph', 'reference', 'blockquote']);
  add('paragraph', paragraph);
  md.block.ruler = ruler;
}

function useOldInlineRules(md: MarkdownIt): void {
  md.inline.State = InlineState;
  md.inline.ruler.disable('linkify');
  md.inline.ruler.at('escape', backslashEscape);
  md.inline.ruler.at('backticks', codeSpan);
  md.inline.ruler.at('strikethrough', strikethrough);
  md.inline.ruler.at('emphasis', emphasis);
  md.inline.ruler.at('html_inline', htmlInline);
  md.inline.ruler.at('entity', entity);
  md.inline.ruler2.at('balance_pairs', balancePairs);
}

function useOldCoreRules(md: MarkdownIt): void {
  const builtIn = builtInRules(md.core.ruler);
  md.core.ruler.at('replacements', replacementsRule(builtIn('replacements')));
  md.core.ruler.at('smartquotes', smartQuotes);
  md.core.ruler.disable('text_join');
}

/** Gives the rules that markdown-it itself put into a chain, by name. */
function builtInRules<Rule>(ruler: { __rules__: readonly { name: string; fn: Rule }[] }): (name: string) => Rule {
  return (name) => {
    const rule = ruler.__rules__.find((candidate) => candidate.name === name);
    if (rule === undefined) throw new Error(`markdown-it has no rule ${name}`);
    return rule.fn;
  };
}
