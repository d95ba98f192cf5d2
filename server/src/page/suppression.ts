import type { OffsetRange } from '../util/range.ts';
import type { PlacedText } from './placedText.ts';

/** How far a comment reaches: over the next line, from there on, no further, over the whole file. */
export type SuppressionReach = 'next-line' | 'disable' | 'enable' | 'file';

/** A comment by which an author silences rules: `<!-- aux-wiki-disable-next-line link/case -->`. */
export interface Suppression {
  /** Undefined if the command is none that we know. */
  readonly reach: SuppressionReach | undefined;
  /** The word after `aux-wiki-`, with its place. */
  readonly command: PlacedText;
  /** Rules and groups; none means all. */
  readonly codes: readonly PlacedText[];
  /** The whole comment. */
  readonly range: OffsetRange;
  /** For `next-line`: the zero-based line that is meant, the first after the comment that has text of its own. */
  readonly line: number | undefined;
}
