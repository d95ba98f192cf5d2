/**
 * What client and server say to each other beyond LSP.
 * The only file of the server that the client imports; it imports nothing itself.
 */

/** Where a page of the wiki is, for views: documents are named by URI strings on the wire. */
export interface PageSummary {
  /** URI of the file. */
  readonly uri: string;
  readonly locale: string;
  readonly path: string;
  readonly title: string;
}

/** `auxWiki/render`: the page as Wiki.js shows it, from the open text. */
export interface RenderParams {
  readonly uri: string;
  /**
   * URL under which the viewer serves the wiki's root, without a slash at its end. If given, every `src` (of images,
   * audio, video, sources) that leads to a file of the wiki becomes this URL + `/` + the file, percent-encoded.
   */
  readonly resourceBase?: string;
  /** Sanitise even where the wiki's settings turn that off: for a viewer that does not do it itself. */
  readonly sanitize?: boolean;
}

/** What there is to know of a rendered page besides its HTML. */
export interface PageDescription {
  readonly uri: string;
  /** Version of the document that was rendered; -1 if it came from disk. */
  readonly version: number;
  readonly toc: readonly TocEntry[];
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly locale: string;
  readonly path: string;
  readonly notices: readonly Notice[];
}

/** Something that Wiki.js would do with a page on import, if that is not "import as shown". */
export interface Notice {
  /** A sentence or two: what Wiki.js does, and what to do about it. */
  readonly message: string;
  /** The zero-based line of the source that it is about; undefined where it is about the file, or about no one place. */
  readonly line: number | undefined;
}

export interface RenderResult extends PageDescription {
  /** The HTML that Wiki.js stores, with `data-line` (zero-based) on the elements whose source line is known. */
  readonly html: string;
}

/** `auxWiki/renderBlocks`: the same for a viewer that follows the typing, which gets only what has changed. */
export interface RenderBlocksParams extends RenderParams {
  /** The answer that the viewer has, by its `id`. */
  readonly since?: number;
}

export interface RenderBlocksResult extends PageDescription {
  readonly id: number;
  /** The answer that `changes` builds on; undefined where they are the whole page. */
  readonly since: number | undefined;
  /** The page from its start to its end: blocks that are new, and those of the earlier answer that stay. */
  readonly changes: readonly BlockChange[];
}

/** An element right in the page, with the text after it. */
export interface PageBlock {
  /** As Wiki.js stores it; `data-line` on its elements is an index of `lines`. */
  readonly html: string;
  /** Zero-based lines of the source. */
  readonly lines: readonly number[];
}

export type BlockChange =
  | PageBlock
  /** Blocks of the earlier answer whose lines have all moved by as many. */
  | { readonly from: number; readonly count: number; readonly by: number }
  /** A block of the earlier answer with other lines. */
  | { readonly from: number; readonly lines: readonly number[] };

/** The blocks that changes make of those before; blocks that are not there are left out. What stays is the same string. */
export function changedBlocks<Block extends PageBlock>(
  before: readonly Block[],
  changes: readonly (Block | Exclude<BlockChange, PageBlock>)[],
): Block[] {
  return changes.flatMap((change) => {
    if ('html' in change) return [change];
    const kept = before.slice(change.from, change.from + ('count' in change ? change.count : 1));
    if ('lines' in change) return kept.map((block) => ({ ...block, lines: change.lines }));
    const { by } = change;
    return by === 0 ? kept : kept.map((block) => ({ ...block, lines: block.lines.map((line) => line + by) }));
  });
}

export interface TocEntry {
  readonly title: string;
  /** Absent where the sanitiser took it from the heading. */
  readonly anchor?: string;
  readonly children: readonly TocEntry[];
}

/** `auxWiki/resolve`: what an href of a rendered page leads to, for a click in the preview. */
export interface ResolveParams {
  readonly uri: string;
  /** As it stands in the rendered HTML. */
  readonly href: string;
}

export type ResolveResult =
  | { readonly kind: 'page'; readonly uri: string; readonly fragment: string | undefined }
  | { readonly kind: 'missing-page'; readonly locale: string; readonly path: string }
  | { readonly kind: 'asset'; readonly uri: string }
  | { readonly kind: 'external'; readonly url: string }
  | { readonly kind: 'anchor'; readonly fragment: string }
  | { readonly kind: 'none'; readonly reason: string };

/** `auxWiki/tree`: every node of a wiki's navigation, as Wiki.js builds it. */
export interface TreeParams {
  /** URI of the wiki's root; all wikis if undefined. */
  readonly root?: string;
}

export interface TreeResult {
  readonly wikis: readonly WikiTree[];
}

export interface WikiTree {
  /** URI of the root folder. */
  readonly root: string;
  readonly name: string;
  readonly locales: readonly { readonly locale: string; readonly nodes: readonly TreeNode[] }[];
}

export interface TreeNode {
  /** Last segment of the path. */
  readonly segment: string;
  readonly path: string;
  readonly locale: string;
  /** As it is written in a link: `/path`, or `/locale/path` where Wiki.js needs it. */
  readonly url: string;
  readonly title: string;
  /** URI of the page's file; undefined for a folder without a page. */
  readonly uri: string | undefined;
  readonly state: PageState;
  readonly children: readonly TreeNode[];
}

/** The worst thing to know about a page. */
export type PageState = 'ok' | 'broken-links' | 'not-imported' | 'folder';

/** `auxWiki/treeChanged` (server → client): something that the tree shows has changed. */
export interface TreeChangedParams {
  readonly roots: readonly string[];
}

/** `auxWiki/newPage`: checks a path, and gives the file and the text for a new page. Writes nothing. */
export interface NewPageParams {
  /** URI of the wiki's root. */
  readonly root: string;
  readonly locale: string | undefined;
  readonly path: string;
  readonly title: string | undefined;
}

export type NewPageResult =
  | {
      readonly kind: 'ok';
      readonly uri: string;
      readonly text: string;
      /** Where the title stands in the text, zero-based line and UTF-16 characters, to be selected. */
      readonly title: { readonly line: number; readonly start: number; readonly end: number };
      /** What Wiki.js will do that a person may not expect. */
      readonly warnings: readonly string[];
    }
  | { readonly kind: 'refused'; readonly reason: string };

/** `auxWiki/backlinks`: the links to a page from other pages, as LSP locations. */
export interface BacklinksParams {
  readonly uri: string;
}

/** What a structural edit is called: in requests, and at the end of the kind of its code action. */
export type StructuralEditName =
  | 'tableOfContents'
  | 'formatTable'
  | 'extractSection'
  | 'normalizeLinks'
  | 'normalizeAllLinks';

/** `auxWiki/structuralEdit`: makes an edit that takes the structure of a page. The server has the editor apply it. */
export interface StructuralEditParams {
  readonly uri: string;
  readonly name: StructuralEditName;
  /** Where the cursor is, zero-based, in UTF-16 units. */
  readonly position: { readonly line: number; readonly character: number };
  /** For `extractSection`: the path of the new page; without it nothing is done, and one is proposed. */
  readonly path?: string;
}

export type StructuralEditResult =
  | { readonly kind: 'done'; readonly changes: number }
  /** A free path for the new page. */
  | { readonly kind: 'proposed'; readonly path: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** `auxWiki/isWiki`: which of the workspace's folders are wikis; sent again as `auxWiki/wikis` when that changes. */
export interface WikisResult {
  readonly wikis: readonly {
    readonly root: string;
    readonly name: string;
    readonly pages: number;
    readonly problems: number;
    /** Whether its files have all been read; until then it has no pages. */
    readonly isRead: boolean;
    /** Pages that have still to be checked, so that `problems` may change. */
    readonly unchecked: number;
  }[];
}

export const requests = {
  render: 'auxWiki/render',
  renderBlocks: 'auxWiki/renderBlocks',
  resolve: 'auxWiki/resolve',
  tree: 'auxWiki/tree',
  newPage: 'auxWiki/newPage',
  structuralEdit: 'auxWiki/structuralEdit',
  wikis: 'auxWiki/wikis',
  backlinks: 'auxWiki/backlinks',
} as const;

export const notifications = {
  treeChanged: 'auxWiki/treeChanged',
  wikisChanged: 'auxWiki/wikisChanged',
} as const;

/** What the client tells the server when it starts it. */
export interface InitializationOptions {
  /** Whether the client has registered `commands`; without it quick fixes are plain edits. */
  readonly clientCommands?: boolean;
  /** Whether the editor gives Markdown an outline, folds and symbols by itself, as VS Code does. */
  readonly builtInMarkdown?: boolean;
  /** Whether the folders are trusted, so that git may be run in them. */
  readonly git?: boolean;
  /**
   * Whether the editor makes the edits that a server gives before files move only when the person says so, with a preview,
   * as VS Code does.
   */
  readonly asksOnMove?: boolean;
  /** How long typing must rest before problems are looked for, in milliseconds; 150 if not given. */
  readonly typingRest?: number;
  /** How long the disk must rest before moves of files are looked for, in milliseconds; 1,500 if not given. */
  readonly movesRest?: number;
}

/** Argument of `commands.createPage`: a file that does not exist yet. */
export interface CreatePageArguments {
  readonly uri: string;
  readonly text: string;
  /** Where the title stands in the text, zero-based line and UTF-16 characters, to be selected. */
  readonly title: { readonly line: number; readonly start: number; readonly end: number };
}

/** Argument of `commands.removeByteOrderMark`: a file to be saved as UTF-8 without the mark. */
export interface RemoveByteOrderMarkArguments {
  readonly uri: string;
}

/** Argument of `commands.showBacklinks`: the page whose backlinks are to be listed. */
export interface ShowBacklinksArguments {
  readonly uri: string;
}

/** Commands that quick fixes and code lenses run in the editor. */
export const commands = {
  /** Applies steps that a WorkspaceEdit cannot say: opens a created page with the title selected, removes a byte order mark. */
  createPage: 'auxWiki.createMissingPage',
  removeByteOrderMark: 'auxWiki.removeByteOrderMark',
  showBacklinks: 'auxWiki.showBacklinks',
} as const;
