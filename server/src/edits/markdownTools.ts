import type { OffsetRange } from '../util/range.ts';
import type { Replacement } from './plan.ts';

/** A page's Markdown: the text of its file, and where its content begins in it. */
export interface MarkdownSource {
  readonly text: string;
  readonly contentStart: number;
}

/** A place that goes against a style. All ranges are in UTF-16 offsets of the file's text. */
export interface StyleFinding {
  /** `style/emphasis-marker`: the code of the rule. */
  readonly code: string;
  readonly range: OffsetRange;
  /** What the page does elsewhere, where the style is to be the same all over it. */
  readonly first?: OffsetRange;
  /** What would mend it; undefined where that takes a person. */
  readonly changes?: readonly Replacement[];
}

/** Where the list goes that is a page's table of contents. */
export type ContentsPlace =
  /** Between our marks, or the list that stands there; with the sign of its items. */
  | { readonly kind: 'between'; readonly range: OffsetRange }
  | { readonly kind: 'list'; readonly range: OffsetRange; readonly bullet: string }
  /** The beginning of a line, between two blocks; undefined where the page has no such place. */
  | { readonly kind: 'new'; readonly offset: number };

/** A heading with all that stands below it, up to the next one that is as high. */
export interface Section {
  readonly range: OffsetRange;
  readonly depth: number;
  /** Where the hashes begin of each heading in it that has them, its own first. */
  readonly hashes: readonly number[];
  /** Definitions of links and footnotes elsewhere on the page that it uses, whole lines. */
  readonly used: readonly { readonly range: OffsetRange; readonly isUsedElsewhere: boolean }[];
  /** Definitions in it that the rest of the page uses, whole lines. */
  readonly lent: readonly OffsetRange[];
}

/**
 * What takes a syntax tree of Markdown, made by remark. It is a bundle of its own, loaded when somebody first needs it,
 * since nothing else does and it is slow: the entry points bring it.
 */
export interface MarkdownTools {
  /** What goes against the styles of these codes, in the order of the text. Codes of no style are passed over. */
  styleFindings(source: MarkdownSource, codes: readonly string[]): StyleFinding[];
  /**
   * What lines up the pipes of the table at an offset: nothing where they do; `no-table` where there is none, `unfit` where it
   * holds what would be lost.
   */
  formatTable(source: MarkdownSource, offset: number): readonly Replacement[] | 'no-table' | 'unfit';
  /** Where the table of contents is, or goes if it is asked for at an offset. */
  contentsPlace(source: MarkdownSource, offset: number): ContentsPlace | undefined;
  /** The innermost section at an offset; undefined before the first heading. */
  sectionAt(source: MarkdownSource, offset: number): Section | undefined;
}
