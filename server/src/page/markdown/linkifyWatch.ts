import type { MarkdownIt, StateCore } from 'markdown-it';
import { placeLinkified } from './linkifiedPlaces.ts';
import type { Destination } from './linkPlaces.ts';
import type { Tracker } from './recording.ts';
import { copiedFrom } from './segmentMap.ts';

/** Has the places of linkified text noted, around the core rule that makes links of it. */
export function watchLinkify(md: MarkdownIt, tracker: Tracker): void {
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
