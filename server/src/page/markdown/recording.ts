import type { MarkdownIt, StateBlock, Token } from 'markdown-it';
import type { OffsetRange } from '../../util/range.ts';
import type { BlockPlaces } from './blockPlaces.ts';
import type { LinkifiedTexts } from './linkifiedPlaces.ts';
import type { DefinitionPlace, Destination } from './linkPlaces.ts';
import type { RowProgress } from './nestedBlocks.ts';
import type { SegmentMap } from './segmentMap.ts';

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
  readonly places: Map<Token, TokenPlace>;
  /** Every reference definition in the order of the text, duplicates included: the first of a label counts. */
  readonly definitions: DefinitionPlace[];
}

/** The inline text that is being parsed: a block's content, or a stretch of it that a rule parses by itself (an image's label). */
export interface Frame {
  readonly src: string;
  readonly map: SegmentMap;
  readonly offset: number;
  /** Where the rule began that is running. */
  ruleStart: number;
}

/** Positions while they are found. */
export interface Recording extends Positions {
  /** Where the inline text begins and ends that a token was found in, or that a block has. */
  readonly extents: Map<Token, OffsetRange>;
  readonly linkified: LinkifiedTexts;
  readonly rowProgress: RowProgress;
  frame: Frame | undefined;
  /** The block parser that is running, and from its text to the whole text where they are not the same. */
  blocksOf: StateBlock | undefined;
  nested: SegmentMap | undefined;
}

/** What the watchers around a parser's rules write to; undefined while nobody wants positions. */
export interface Tracker {
  recording: Recording | undefined;
}

/** The tracker of each parser that is watched. */
export const trackers = new WeakMap<MarkdownIt, Tracker>();
