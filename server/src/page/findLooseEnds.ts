import type { MarkdownIt, Token } from 'markdown-it';
import type { OffsetRange } from '../util/range.ts';
import type { RenderingSettings } from '../wiki/settings.ts';
import { type NormalisedContent, normaliseContent } from './fileOffsets.ts';
import { type LooseEnds, noLooseEnds, type UnusedDefinition } from './looseEnds.ts';
import { type LooseBracket, looseBracketType, markLooseBrackets } from './markdown/looseBrackets.ts';
import { createMarkdown } from './markdown/markdown.ts';
import { parseWithPositions } from './markdown/positions.ts';
import type { Positions } from './markdown/recording.ts';
import { originalRange } from './markdown/segmentMap.ts';
import { ownString } from './ownString.ts';

/** What is in every page that has loose ends, and in few others. */
const sign =
  /\]\[|^[ \t>*+-]*\[(?!\^)[^\]\n]+\]:|\]\(\s*<?\s*(?:javascript|vbscript|file|data):|\[[A-Z]+[_-][A-Z_-]+\]/m;

/** A word of a template that stands for what is to be filled in. */
const capitals = /^[A-Z]+(?:[_-][A-Z]+)+$/;

/**
 * The loose ends of a page in Markdown. Costs a search where there is no sign of one, and another parse where there is.
 *
 * @param contentStart where the content begins in the file's text; -1 for content with the byte order mark that the text is without
 */
export function findLooseEnds(content: string, contentStart: number, rendering: RenderingSettings): LooseEnds {
  if (!sign.test(content)) return noLooseEnds;
  const normalised = normaliseContent(content, contentStart);
  const { tokens, positions } = parseWithPositions(parserFor(rendering), normalised.text, {});
  const all = withDescendants(tokens);
  const loose = all.flatMap((token) => bracketOf(token, positions, normalised) ?? []);
  return {
    unusedDefinitions: unusedDefinitions(all, positions, normalised),
    undefinedReferences: loose.flatMap(({ bracket, range, rangeOf }) => {
      if (bracket.kind !== 'reference') return [];
      return [{ label: ownString(bracket.label), range, labelRange: rangeOf(bracket.labelStart, bracket.labelEnd) }];
    }),
    refusedLinks: loose.flatMap(({ bracket, range }) =>
      bracket.kind === 'refused-link' ? [{ scheme: bracket.scheme, range }] : [],
    ),
    bracketedWords: loose.flatMap(({ bracket, range }) =>
      bracket.kind === 'text' && capitals.test(bracket.text) ? [{ text: ownString(bracket.text), range }] : [],
    ),
  };
}

const parsers = new WeakMap<RenderingSettings, MarkdownIt>();

function parserFor(rendering: RenderingSettings): MarkdownIt {
  const known = parsers.get(rendering);
  if (known !== undefined) return known;
  const md = createMarkdown(rendering);
  markLooseBrackets(md);
  parsers.set(rendering, md);
  return md;
}

function withDescendants(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => [token, ...withDescendants(token.children ?? [])]);
}

interface PlacedBracket {
  readonly bracket: LooseBracket;
  readonly range: OffsetRange;
  /** The range in the file of a stretch behind the bracket. */
  rangeOf(start: number, end: number): OffsetRange;
}

function bracketOf(token: Token, { places }: Positions, content: NormalisedContent): PlacedBracket | undefined {
  const place = token.type === looseBracketType ? places.get(token) : undefined;
  if (place === undefined) return undefined;
  const { map, offset } = place;
  const bracket = token.meta as LooseBracket;
  const rangeOf = (start: number, end: number) => content.fileRange(originalRange(map, offset + start, offset + end));
  return { bracket, range: rangeOf(0, bracket.length), rangeOf };
}

function unusedDefinitions(
  tokens: readonly Token[],
  { places, definitions }: Positions,
  content: NormalisedContent,
): UnusedDefinition[] {
  const used = new Set<string>();
  for (const token of tokens) {
    const destination = places.get(token)?.destination;
    if (destination?.kind === 'reference') used.add(destination.label);
  }
  const seen = new Set<string>();
  const unused: UnusedDefinition[] = [];
  for (const { label, range, destination } of definitions) {
    const isRepeated = used.has(label) && seen.has(label);
    seen.add(label);
    const written = content.text.slice(destination.start, destination.end);
    if ((used.has(label) && !isRepeated) || isComment(label, written)) continue;
    unused.push({ label: ownString(label), range: content.fileRange(range), isRepeated });
  }
  return unused;
}

/** `[//]: # (words)` is how one writes a comment in Markdown. */
function isComment(label: string, destination: string): boolean {
  return destination === '' || destination === '#' || label.startsWith('//') || label.startsWith('^');
}
