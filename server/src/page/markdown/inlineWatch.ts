import type { MarkdownIt, StateInline, Token } from 'markdown-it';
import type { OffsetRange } from '../../util/range.ts';
import { type Destination, destinationOf } from './linkPlaces.ts';
import type { Frame, Recording, Tracker } from './recording.ts';
import { originalOffset, originalRange } from './segmentMap.ts';

type InlineRule = (state: StateInline, silent: boolean) => boolean;

/** An inline rule that has the places of the tokens that it pushes noted. */
export function watchedInlineRule(rule: InlineRule, tracker: Tracker): InlineRule {
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
export function watchInlineParse(md: MarkdownIt, tracker: Tracker): void {
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
