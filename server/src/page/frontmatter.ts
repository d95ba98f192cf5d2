import type { OffsetRange } from '../util/range.ts';

/** One `key: value` of a frontmatter block, with its exact places. */
export interface FrontmatterEntry {
  readonly key: string;
  readonly keyRange: OffsetRange;
  /** The value as written, without the white space and the comment around it; empty text gives an empty range after the colon. */
  readonly valueRange: OffsetRange;
  /** The value as YAML reads it, or as the author meant it where YAML fails. */
  readonly value: unknown;
}

/** The frontmatter of a page, read three ways: by Wiki.js's rule, by YAML with ranges, and leniently. */
export interface Frontmatter {
  /** `read`: Wiki.js uses it · `none`: there is none · `unreadable`: the YAML fails, all of it becomes content · `not-read`: meant as frontmatter, but not where or how Wiki.js looks for it. */
  readonly state: 'read' | 'none' | 'unreadable' | 'not-read' | 'legacy';
  /** The block with its fences; undefined if there is none. */
  readonly range: OffsetRange | undefined;
  /** The lines between the fences. */
  readonly innerRange: OffsetRange | undefined;
  readonly entries: readonly FrontmatterEntry[];
  /** What is wrong with the YAML and where, if the state is `unreadable`. */
  readonly error: { readonly message: string; readonly range: OffsetRange } | undefined;
  /** Why it is not read, if the state is `not-read`. */
  readonly notReadBecause:
    | 'byte-order-mark'
    | 'space-before'
    | 'space-after-fence'
    | 'wrong-fence'
    | 'blank-line-before'
    | undefined;
}
