import type { MarkdownIt, StateBlock } from 'markdown-it';
import { placeBlocks } from './blockPlaces.ts';
import { type DefinitionPlace, definitionAt } from './linkPlaces.ts';
import { mapNestedText, throughBoth } from './nestedBlocks.ts';
import type { Tracker } from './recording.ts';
import { originalRange, type SegmentMap } from './segmentMap.ts';

type BlockRule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean;

/** A block rule that has the places of what it finds noted. */
export function watchedBlockRule(rule: BlockRule, tracker: Tracker): BlockRule {
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
export function watchBlockParse(md: MarkdownIt, tracker: Tracker): void {
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
