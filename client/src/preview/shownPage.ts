import {
  type BlockChange,
  changedBlocks,
  type PageBlock,
  type RenderBlocksResult,
} from '../../../server/src/protocol.ts';
import { withBlockedImages } from './blockedImages.ts';
import { withEmojiAsText } from './emoji.ts';
import { diagramOrigins, withHeldDiagrams } from './heldDiagrams.ts';
import { withMissingImages } from './missingImages.ts';

/** A page's blocks as the preview shows them. */
export interface ShownPage {
  /** The answer of the server that they were made of. */
  readonly id: number;
  readonly blocks: readonly ShownBlock[];
  /** How they came out of the blocks before; undefined if there were none. */
  readonly changes: readonly BlockChange[] | undefined;
}

interface ShownBlock extends PageBlock {
  /** Where its diagrams come from. */
  readonly origins: readonly string[];
}

/** How images are shown that are not there. */
export interface ShownImages {
  /** `Missing image` */
  readonly missing: string;
  /** The words on the button that asks for leave to load diagrams from a host; undefined where no button works. */
  readonly load: ((host: string) => string) | undefined;
  /** Whether diagrams come from the servers that draw them. */
  readonly loadsDiagrams: boolean;
  /** What to call images of other servers, and where the wiki's own lie, if images of other servers are kept out. */
  readonly blocked: { readonly label: string; readonly files: string | undefined } | undefined;
}

/**
 * What an answer makes of the page that was shown. Blocks that stay are not looked at again, and where all stay, they are
 * the same list.
 */
export function shownPage(answer: RenderBlocksResult, before: ShownPage | undefined, images: ShownImages): ShownPage {
  const { id } = answer;
  const base = answer.since !== undefined && answer.since === before?.id ? before.blocks : undefined;
  const changes = answer.changes.map((change) => ('html' in change ? shownBlock(change, images) : change));
  const plain = changes.map((change) => ('html' in change ? { html: change.html, lines: change.lines } : change));
  if (base === undefined) return { id, blocks: changedBlocks([], changes), changes: undefined };
  return { id, blocks: isNothing(changes, base.length) ? base : changedBlocks(base, changes), changes: plain };
}

/** The origins that the diagrams of a page come from, each once, in no order. */
export function originsOf({ blocks }: ShownPage): string[] {
  return [...new Set(blocks.flatMap(({ origins }) => origins))];
}

function shownBlock({ html, lines }: PageBlock, images: ShownImages): ShownBlock {
  if (!/<img\b/i.test(html)) return { html, lines, origins: [] };
  const { missing, load, loadsDiagrams, blocked } = images;
  const origins = diagramOrigins(html);
  const shown = withMissingImages(loadsDiagrams ? html : withHeldDiagrams(html, load), missing);
  if (blocked === undefined) return { html: withEmojiAsText(shown), lines, origins };
  const places = [...(loadsDiagrams ? origins : []), ...(blocked.files === undefined ? [] : [blocked.files])];
  const isLoaded = (url: string) => places.some((place) => url.startsWith(`${place}/`));
  return { html: withEmojiAsText(withBlockedImages(shown, isLoaded, blocked.label)), lines, origins };
}

function isNothing(changes: readonly BlockChange[], length: number): boolean {
  const [change, ...others] = changes;
  if (change === undefined) return length === 0;
  return others.length === 0 && 'count' in change && change.from === 0 && change.count === length && change.by === 0;
}
