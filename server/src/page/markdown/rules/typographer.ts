import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { isPunctuation } from './characters.ts';

type CoreRule = (state: StateCore) => void;

/** Typographic replacements, with `(p)` for a section sign, which newer versions of markdown-it dropped. */
export function replacementsRule(replaceTheRest: CoreRule): CoreRule {
  return (state) => {
    if (!state.md.options.typographer) return;
    for (const block of state.tokens) {
      if (block.type === 'inline' && /\(p\)/i.test(block.content)) replaceSectionSigns(block.children ?? []);
    }
    replaceTheRest(state);
  };
}

function replaceSectionSigns(tokens: readonly Token[]): void {
  let autolinks = 0;
  for (const token of tokens) {
    if (token.type.startsWith('link_') && token.info === 'auto') autolinks += token.nesting;
    if (token.type === 'text' && autolinks === 0) token.content = token.content.replace(/\(p\)/gi, '§');
  }
}

interface Opener {
  readonly token: number;
  readonly at: number;
  readonly quote: string;
  readonly level: number;
}

/** Curly quotes. Only the class of characters that counts as punctuation is not that of the newest markdown-it. */
export function smartQuotes(state: StateCore): void {
  if (!state.md.options.typographer) return;
  for (const block of state.tokens) {
    if (block.type === 'inline' && /['"]/.test(block.content)) replaceQuotes(state.md, block.children ?? []);
  }
}

function replaceQuotes(md: MarkdownIt, tokens: readonly Token[]): void {
  const replacements = tokens.map((): Map<number, string> | undefined => undefined);
  const replace = (token: number, at: number, quote: string): void => {
    replacements[token] = (replacements[token] ?? new Map<number, string>()).set(at, quote);
  };
  const openers: Opener[] = [];
  for (const [index, token] of tokens.entries()) {
    while (openers.length > 0 && (openers.at(-1)?.level ?? 0) > token.level) openers.pop();
    if (token.type !== 'text') continue;
    for (const { 0: quote, index: at } of token.content.matchAll(/['"]/g)) {
      const { canOpen, canClose } = roleOf(md, tokens, index, at);
      const opener = canClose ? matchingOpener(openers, quote, token.level) : undefined;
      if (opener !== undefined) {
        const first = quote === "'" ? 2 : 0;
        replace(index, at, md.options.quotes?.[first + 1] ?? quote);
        replace(opener.token, opener.at, md.options.quotes?.[first] ?? quote);
        openers.length = openers.indexOf(opener);
      } else if (canOpen) {
        openers.push({ token: index, at, quote, level: token.level });
      } else if (quote === "'") {
        replace(index, at, '’');
      }
    }
  }
  replacements.forEach((quotes, index) => {
    const token = tokens[index];
    if (token === undefined || quotes === undefined) return;
    token.content = token.content.replace(/['"]/g, (quote, at: number) => quotes.get(at) ?? quote);
  });
}

function matchingOpener(openers: readonly Opener[], quote: string, level: number): Opener | undefined {
  for (let i = openers.length - 1; i >= 0; i--) {
    const opener = openers[i];
    if (opener === undefined || opener.level < level) return undefined;
    if (opener.quote === quote) return opener;
  }
  return undefined;
}

function roleOf(
  md: MarkdownIt,
  tokens: readonly Token[],
  index: number,
  at: number,
): { canOpen: boolean; canClose: boolean } {
  const before = neighbour(tokens, index, at, -1);
  const after = neighbour(tokens, index, at, 1);
  const spaceBefore = md.utils.isWhiteSpace(before);
  const spaceAfter = md.utils.isWhiteSpace(after);
  const punctuationBefore = isPunctuation(before);
  const punctuationAfter = isPunctuation(after);
  let canOpen = !spaceAfter && (!punctuationAfter || spaceBefore || punctuationBefore);
  let canClose = !spaceBefore && (!punctuationBefore || spaceAfter || punctuationAfter);
  const quote = tokens[index]?.content.charAt(at);
  // Inches twice over, `1""`, are no quotes.
  if (quote === '"' && after === 0x22 && before >= 0x30 && before <= 0x39) return { canOpen: false, canClose: false };
  if (canOpen && canClose) {
    canOpen = punctuationBefore;
    canClose = punctuationAfter;
  }
  return { canOpen, canClose };
}

/** The UTF-16 unit beside a quote, in the nearest token with content; a space at a line break and at either end. */
function neighbour(tokens: readonly Token[], index: number, at: number, direction: -1 | 1): number {
  const inToken = (tokens[index]?.content ?? '').charCodeAt(at + direction);
  if (!Number.isNaN(inToken)) return inToken;
  for (let i = index + direction; i >= 0 && i < tokens.length; i += direction) {
    const token = tokens[i];
    if (token === undefined || token.type === 'softbreak' || token.type === 'hardbreak') break;
    if (token.content !== '') return token.content.charCodeAt(direction < 0 ? token.content.length - 1 : 0);
  }
  return 0x20;
}
