import type { Env, StateInline, Token } from 'markdown-it';
import type { OffsetRange } from '../../util/range.ts';
import type { HazardFacts } from '../hazard.ts';
import { type Positions, trackers } from './recording.ts';
import { originalRange } from './segmentMap.ts';

/** Finds a place in the parsed text once all positions are known; undefined for what stands nowhere in it. */
export type FindPlace = (positions: Positions, text: string) => OffsetRange | undefined;

interface Notice {
  readonly facts: HazardFacts;
  readonly find: FindPlace;
}

/** Something noticed, in offsets of the parsed text. */
export interface PlacedNotice {
  readonly facts: HazardFacts;
  readonly range: OffsetRange;
}

const noticesOf = new WeakMap<Env, Notice[]>();

/** Tokens of which something was noticed that explains whatever else is wrong with them. */
export const explained = new WeakSet<Token>();

/** Notes what a parser's rule does to the text that is parsed with this environment. */
export function notice(env: Env, facts: HazardFacts, find: FindPlace): void {
  const known = noticesOf.get(env);
  if (known === undefined) noticesOf.set(env, [{ facts, find }]);
  else known.push({ facts, find });
}

/** The same from within an inline rule, for a stretch of its text; costs nothing while no positions are wanted. */
export function noticeInline(state: StateInline, start: number, end: number, facts: HazardFacts): void {
  const frame = trackers.get(state.md)?.recording?.frame;
  // A rule may parse a stretch of its text with a state of its own, whose offsets say nothing here.
  if (frame === undefined || frame.src !== state.src) return;
  const range = originalRange(frame.map, frame.offset + start, frame.offset + end);
  notice(state.env, facts, () => range);
}

/** Whatever was noticed while this environment's text was parsed and rendered. */
export function placedNotices(env: Env, positions: Positions, text: string): PlacedNotice[] {
  return (noticesOf.get(env) ?? []).flatMap(({ facts, find }) => {
    const range = find(positions, text);
    return range === undefined ? [] : [{ facts, range }];
  });
}

/** The place of a token: of an inline construct, or of a block. */
export function placeOfToken(token: Token): FindPlace {
  return ({ places, blocks }) => places.get(token)?.range ?? blocks.get(token);
}

/** The first line of a block. */
export function firstLineOf(token: Token): FindPlace {
  return ({ blocks }, text) => {
    const range = blocks.get(token);
    if (range === undefined) return undefined;
    const lineEnd = text.indexOf('\n', range.start);
    return { start: range.start, end: lineEnd < 0 ? range.end : Math.min(range.end, lineEnd) };
  };
}

/**
 * A stretch of an inline token's content that is written just so; undefined where the source says it in other words, by
 * entities or escapes.
 *
 * @param at where it begins in the content
 */
export function placeInContent(inline: Token, written: string, at: number): FindPlace {
  return ({ contents }, text) => {
    const map = contents.get(inline);
    if (map === undefined || at < 0) return undefined;
    const range = originalRange(map, at, at + written.length);
    if (text.startsWith(written, range.start)) return range;
    // The plugin for task lists has taken the box off the content.
    const start = text.indexOf(written, range.start);
    return start < 0 || start > range.start + longestBox ? undefined : { start, end: start + written.length };
  };
}

const longestBox = '[ ] '.length;
