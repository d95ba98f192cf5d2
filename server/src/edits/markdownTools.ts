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

/**
 * What takes a syntax tree of Markdown, made by remark. It is a bundle of its own, loaded when somebody first needs it,
 * since nothing else does and it is slow: the entry points bring it.
 */
export interface MarkdownTools {
  /** What goes against the styles of these codes, in the order of the text. Codes of no style are passed over. */
  styleFindings(source: MarkdownSource, codes: readonly string[]): StyleFinding[];
}
