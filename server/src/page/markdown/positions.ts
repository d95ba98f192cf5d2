import type { Env, MarkdownIt, StateBlock, StateCore, StateInline, Token } from 'markdown-it';
import type { OffsetRange } from '../../util/range.ts';
import { type BlockPlaces, placeBlocks } from './blockPlaces.ts';
import { type LinkifiedTexts, placeLinkified } from './linkifiedPlaces.ts';
import { type DefinitionPlace, type Destination, definitionAt, destinationOf } from './linkPlaces.ts';
import { mapNestedText, type RowProgress, throughBoth } from './nestedBlocks.ts';
import { copiedFrom, originalOffset, originalRange, type SegmentMap } from './segmentMap.ts';

/** Where an inline token's construct stands, in offsets of the parsed text. */
export interface TokenPlace {
  /** The whole construct: a link from `[` to `)`. */
  readonly range: OffsetRange;
  /** Where its destination is written, for links and images: there, or in the definition with that label. */
  readonly destination: Destination | undefined;
  /** From the construct's own characters to the parsed text: a construct over several lines of a quote is not in one piece. */
  readonly map: SegmentMap;
  /** Where the construct starts in the text that `map` starts from. */
  readonly offset: number;
}

/** What `parseWithPositions` knows beyond markdown-it's tokens. All offsets are of the text with `\n` line ends. */
export interface Positions extends BlockPlaces {
  readonly places: WeakMap<Token, TokenPlace>;
  /** Every reference definition in the order of the text, duplicates included: the first of a label counts. */
  readonly definitions: DefinitionPlace[];
}

/** The inline text that is being parsed: a block's content, or a stretch of it that a rule parses by itself (an image's label). */
interface Frame {
  readonly src: string;
  readonly map: SegmentMap;
  readonly offset: number;
  /** Where the rule began that is running. */
  ruleStart: number;
}

interface Recording extends Positions {
  /** Where the inline text begins and ends that a token was found in, or that a block has. */
  readonly extents: WeakMap<Token, OffsetRange>;
  readonly linkified: LinkifiedTexts;
  readonly rowProgress: RowProgress;
  frame: Frame | undefined;
  /** The block parser that is running, and from its text to the whole text where they are not the same. */
  blocksOf: StateBlock | undefined;
  nested: SegmentMap | undefined;
}

type InlineRule = (state: StateInline, silent: boolean) => boolean;
type BlockRule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean;

interface Tracker {
  recording: Recording | undefined;
}

const trackers = new WeakMap<MarkdownIt, Tracker>();

/**
 * Parses like `md.parse`, and records exact source places, which markdown-it does not give for what is inside a
 * block. Rules are watched, never changed: the tokens are the ones that `md.parse` gives.
 *
 * @param text with `\n` line ends, so that its offsets are those of the places
 */
export function parseWithPositions(md: MarkdownIt, text: string, env: Env): { tokens: Token[]; positions: Positions } {
  const tracker = trackers.get(md) ?? watch(md);
  const recording: Recording = {
    places: new WeakMap(),
    contents: new WeakMap(),
    blocks: new WeakMap(),
    definitions: [],
    extents: new WeakMap(),
    linkified: new Map(),
    rowProgress: new WeakMap(),
    frame: undefined,
    blocksOf: undefined,
    nested: undefined,
  };
  tracker.recording = recording;
  try {
    return { tokens: md.parse(text, env), positions: recording };
  } finally {
    tracker.recording = undefined;
  }
}

/** Puts a watcher around every rule of a parser, once. While nothing is recorded, the rules run as they are. */
function watch(md: MarkdownIt): Tracker {
  const tracker: Tracker = { recording: undefined };
  trackers.set(md, tracker);
  watchRules(md.block.ruler, (rule: BlockRule) => watchedBlockRule(rule, tracker));
  watchRules(md.inline.ruler, (rule: InlineRule) => watchedInlineRule(rule, tracker));
  watchBlockParse(md, tracker);
  watchInlineParse(md, tracker);
  watchLinkify(md, tracker);
  return tracker;
}

/** Terminator chains are left alone: they only look. */
function watchRules<Rule extends (...args: never[]) => unknown>(
  ruler: { getRules(chain: string): Rule[] },
  watched: (rule: Rule) => Rule,
): void {
  const getRules = ruler.getRules.bind(ruler);
  let last: Rule[] | undefined;
  let lastWatched: Rule[] = [];
  ruler.getRules = (chain) => {
    const rules = getRules(chain);
    if (chain !== '') return rules;
    if (rules !== last) {
      last = rules;
      lastWatched = rules.map(watched);
    }
    return lastWatched;
  };
}

function watchedBlockRule(rule: BlockRule, tracker: Tracker): BlockRule {
  return (state, startLine, endLine, silent) => {
    const { recording } = tracker;
    if (recording === undefined || silent) return rule(state, startLine, endLine, silent);
    const first = state.tokens.length;
    recording.blocksOf = state;
    if (!rule(state, startLine, endLine, silent)) return false;
    if (state.tokens[first]?.type === 'reference_definition') {
      const definition = definitionAt(state, startLine);
      if (definition !== undefined) recording.definitions.push(inWholeText(definition, recording.nested));
    }
    placeBlocks(state, first, recording, recording.nested);
    return true;
  };
}

function inWholeText(definition: DefinitionPlace, nested: SegmentMap | undefined): DefinitionPlace {
  if (nested === undefined) return definition;
  const { label, destination, range } = definition;
  return {
    label,
    destination: originalRange(nested, destination.start, destination.end),
    range: originalRange(nested, range.start, range.end),
  };
}

/** Follows the block parser into texts that a rule has put together. */
function watchBlockParse(md: MarkdownIt, tracker: Tracker): void {
  const parse = md.block.parse.bind(md.block);
  md.block.parse = (src, parser, env, tokens) => {
    const { recording } = tracker;
    const outer = recording?.blocksOf;
    if (recording === undefined || outer === undefined) {
      parse(src, parser, env, tokens);
      return;
    }
    const outerNested = recording.nested;
    recording.nested = throughBoth(mapNestedText(outer, tokens, src, recording.rowProgress), outerNested);
    parse(src, parser, env, tokens);
    recording.nested = outerNested;
    recording.blocksOf = outer;
  };
}

function watchedInlineRule(rule: InlineRule, tracker: Tracker): InlineRule {
  return (state, silent) => {
    const frame = tracker.recording?.frame;
    if (tracker.recording === undefined || frame === undefined || silent) return rule(state, silent);
    const start = state.pos;
    const first = state.tokens.length;
    const outerStart = frame.ruleStart;
    frame.ruleStart = start;
    const matched = rule(state, silent);
    frame.ruleStart = outerStart;
    if (matched) placeTokens(state, tracker.recording, frame, first, start);
    return matched;
  };
}

function placeTokens(state: StateInline, recording: Recording, frame: Frame, first: number, start: number): void {
  const { places } = recording;
  let range: OffsetRange | undefined;
  for (let i = first; i < state.tokens.length; i++) {
    const token = state.tokens[i];
    if (token === undefined || token.type === 'text' || places.has(token)) continue;
    range ??= constructRange(frame, start, state.pos, token);
    const destination = writtenDestination(state, token, start);
    places.set(token, {
      range,
      destination: destination && absolute(destination, frame),
      map: frame.map,
      offset: frame.offset + start,
    });
  }
}

function constructRange({ map, offset }: Frame, start: number, end: number, { type }: Token): OffsetRange {
  const range = originalRange(map, offset + start, offset + end);
  // A line break reaches to the next line's text, past the marks of quotes and lists.
  return type === 'softbreak' || type === 'hardbreak' ? { ...range, end: originalOffset(map, offset + end) } : range;
}

function writtenDestination(state: StateInline, token: Token, start: number): Destination | undefined {
  if (token.type === 'image' || (token.type === 'link_open' && token.markup === '')) {
    const labelStart = token.type === 'image' ? start + 1 : start;
    const labelEnd = state.md.helpers.parseLinkLabel(state, labelStart, token.type === 'link_open');
    return labelEnd < 0 ? undefined : destinationOf(state, token, labelStart, labelEnd, state.pos);
  }
  if (token.type === 'link_open' && token.markup === 'autolink') {
    return { kind: 'inline', range: { start: start + 1, end: state.pos - 1 } };
  }
  return undefined;
}

function absolute(destination: Destination, frame: Frame): Destination {
  if (destination.kind === 'reference') return destination;
  const { start, end } = destination.range;
  return { kind: 'inline', range: originalRange(frame.map, frame.offset + start, frame.offset + end) };
}

/** Follows the inline parser into a block's content, and into the labels and inline footnotes that rules parse by themselves. */
function watchInlineParse(md: MarkdownIt, tracker: Tracker): void {
  const parse = md.inline.parse.bind(md.inline);
  md.inline.parse = (src, parser, env, tokens) => {
    const { recording } = tracker;
    if (recording === undefined) {
      parse(src, parser, env, tokens);
      return;
    }
    const outer = recording.frame;
    recording.frame = frameOf(recording, src, tokens);
    parse(src, parser, env, tokens);
    if (recording.frame !== undefined) {
      const { map, offset } = recording.frame;
      const extent = originalRange(map, offset, offset + src.length);
      for (const token of tokens) recording.extents.set(token, extent);
    }
    recording.frame = outer;
  };
}

function frameOf(recording: Recording, src: string, tokens: Token[]): Frame | undefined {
  const map = recording.contents.get(tokens);
  if (map !== undefined) return { src, map, offset: 0, ruleStart: 0 };
  const outer = recording.frame;
  if (outer === undefined) return undefined;
  // `![label]` and `^[inline footnote]` both open with two characters.
  const at = outer.src.indexOf(src, outer.ruleStart + 2);
  return at < 0 ? undefined : { src, map: outer.map, offset: outer.offset + at, ruleStart: 0 };
}

function watchLinkify(md: MarkdownIt, tracker: Tracker): void {
  const match = md.linkify.match.bind(md.linkify);
  md.linkify.match = (text: string) => {
    const matches = match(text);
    for (const found of tracker.recording === undefined ? [] : (matches ?? [])) {
      const href = md.normalizeLink(found.url);
      const texts = tracker.recording?.linkified.get(href);
      if (texts === undefined) tracker.recording?.linkified.set(href, new Set([found.raw]));
      else texts.add(found.raw);
    }
    return matches;
  };
  // Linkify replaces the text tokens that it finds links in, so their blocks remember where they stand just before.
  md.core.ruler.before('linkify', 'aux_wiki_extents', (state: StateCore) => {
    const extents = tracker.recording?.extents;
    for (const block of extents === undefined ? [] : state.tokens) {
      const child = block.children?.find((token) => extents?.has(token));
      const extent = child && extents?.get(child);
      if (extent !== undefined) extents?.set(block, extent);
    }
  });
  md.core.ruler.after('linkify', 'aux_wiki_linkified', (state: StateCore) => {
    const { recording } = tracker;
    if (recording === undefined) return;
    placeLinkified(
      state,
      recording.linkified,
      (block) => recording.extents.get(block),
      (token) => recording.places.get(token)?.range,
      (token, range) => {
        const destination: Destination = { kind: 'inline', range };
        recording.places.set(token, { range, destination, map: copiedFrom(range.start), offset: 0 });
      },
    );
  });
}
