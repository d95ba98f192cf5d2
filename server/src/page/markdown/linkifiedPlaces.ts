import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import type { OffsetRange } from '../../util/range.ts';

/** The pieces of text that linkify-it took for links, by the href that markdown-it makes of each. */
export type LinkifiedTexts = Map<string, Set<string>>;

/**
 * Finds where the links stand that linkify made out of plain text. They have no rule of their own in the inline
 * parser, so the text tokens are laid along the source, from one construct of known place to the next.
 *
 * @param extentOf where the inline text of a block begins and ends, if known
 * @param rangeOf the range of a construct, if known
 * @param place told each found link
 */
export function placeLinkified(
  state: StateCore,
  texts: LinkifiedTexts,
  extentOf: (block: Token) => OffsetRange | undefined,
  rangeOf: (token: Token) => OffsetRange | undefined,
  place: (token: Token, range: OffsetRange) => void,
): void {
  for (const block of state.tokens) {
    if (block.type !== 'inline' || !block.children?.some((token) => token.markup === 'linkify')) continue;
    const extent = extentOf(block);
    if (extent === undefined) continue;
    let cursor = extent.start;
    let covered = false;
    for (const token of block.children) {
      const range = rangeOf(token);
      if (range !== undefined) {
        cursor = token.nesting === 1 ? range.start + Math.max(token.markup.length, 1) : range.end;
        if (token.markup === 'autolink') covered = token.nesting === 1;
      } else if (token.markup === 'linkify') {
        covered = token.nesting === 1;
        if (!covered) continue;
        const found = findLinkified(state, texts.get(hrefOf(token)), cursor, extent.end);
        if (found === undefined) continue;
        place(token, found);
        cursor = found.end;
      } else if (token.type === 'text' || token.type === 'text_special') {
        if (!covered) cursor = endOfText(state.md, state.src, cursor, token.content) ?? cursor;
      } else if (token.markup !== '' && state.src.startsWith(token.markup, cursor)) {
        cursor += token.markup.length;
      }
    }
  }
}

function hrefOf(token: Token): string {
  return String(token.attrGet('href') ?? '');
}

function findLinkified(
  state: StateCore,
  texts: ReadonlySet<string> | undefined,
  cursor: number,
  blockEnd: number,
): OffsetRange | undefined {
  if (texts === undefined) return undefined;
  let nearest: OffsetRange | undefined;
  for (const text of texts) {
    // Almost always it starts right at the cursor; where a plugin has taken text away, further on.
    for (let start = cursor; start < (nearest?.start ?? blockEnd); start++) {
      const end = endOfText(state.md, state.src, start, text);
      if (end === undefined) continue;
      nearest = { start, end };
      break;
    }
  }
  return nearest;
}

/** Where a text token that starts at `start` ends in the source, whose escapes and entities the token has lost. */
function endOfText(md: MarkdownIt, src: string, start: number, content: string): number | undefined {
  if (src.startsWith(content, start) && !content.includes('\\') && !content.includes('&'))
    return start + content.length;
  let at = start;
  for (let i = 0; i < content.length; ) {
    const code = src.charCodeAt(at);
    if (code === 92 && src.charCodeAt(at + 1) === content.charCodeAt(i) && isEscapable(src.charCodeAt(at + 1))) {
      at += 2;
      i++;
      continue;
    }
    if (code === 38) {
      const entity = /^&(?:#x?[\da-f]{1,7}|[a-z][\da-z]{1,31});/i.exec(src.slice(at, at + 40))?.[0];
      const decoded = entity === undefined ? undefined : md.utils.unescapeAll(entity);
      if (entity !== undefined && decoded !== undefined && decoded !== entity && content.startsWith(decoded, i)) {
        at += entity.length;
        i += decoded.length;
        continue;
      }
    }
    if (code !== content.charCodeAt(i)) return undefined;
    at++;
    i++;
  }
  return at;
}

function isEscapable(code: number): boolean {
  return (
    (code >= 33 && code <= 47) ||
    (code >= 58 && code <= 64) ||
    (code >= 91 && code <= 96) ||
    (code >= 123 && code <= 126)
  );
}
