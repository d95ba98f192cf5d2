import type { Env, MarkdownIt, Token } from 'markdown-it';
import { watchBlockParse, watchedBlockRule } from './blockWatch.ts';
import { watchedInlineRule, watchInlineParse } from './inlineWatch.ts';
import { watchLinkify } from './linkifyWatch.ts';
import { type Positions, type Recording, type Tracker, trackers } from './recording.ts';

/** A parsed text, and where its tokens stand in it. */
export interface ParsedWithPositions {
  readonly tokens: Token[];
  readonly positions: Positions;
}

/**
 * Parses like `md.parse`, and records exact source places, which markdown-it does not give for what is inside a
 * block. Rules are watched, never changed: the tokens are the ones that `md.parse` gives.
 *
 * @param text with `\n` line ends, so that its offsets are those of the places
 */
export function parseWithPositions(md: MarkdownIt, text: string, env: Env): ParsedWithPositions {
  return recorded(md, () => md.parse(text, env));
}

/** The same for the blocks alone: inline tokens have no children, and it takes a fraction of the time. */
export function parseBlocksWithPositions(md: MarkdownIt, text: string, env: Env): ParsedWithPositions {
  return recorded(md, () => {
    const tokens: Token[] = [];
    md.block.parse(text, md, env, tokens);
    return tokens;
  });
}

function recorded(md: MarkdownIt, parse: () => Token[]): ParsedWithPositions {
  const tracker = trackers.get(md) ?? watch(md);
  const recording: Recording = {
    places: new Map(),
    contents: new Map(),
    blocks: new Map(),
    definitions: [],
    extents: new Map(),
    linkified: new Map(),
    rowProgress: new Map(),
    frame: undefined,
    blocksOf: undefined,
    nested: undefined,
  };
  tracker.recording = recording;
  try {
    return { tokens: parse(), positions: recording };
  } finally {
    tracker.recording = undefined;
  }
}

/** Puts a watcher around every rule of a parser, once. While nothing is recorded, the rules run as they are. */
function watch(md: MarkdownIt): Tracker {
  const tracker: Tracker = { recording: undefined };
  trackers.set(md, tracker);
  watchRules(md.block.ruler, (rule) => watchedBlockRule(rule, tracker));
  watchRules(md.inline.ruler, (rule) => watchedInlineRule(rule, tracker));
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
