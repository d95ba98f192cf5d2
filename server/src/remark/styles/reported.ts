import type { Nodes } from 'mdast';
import type { StyleFinding } from '../../edits/markdownTools.ts';
import type { OffsetRange } from '../../util/range.ts';

/** What remark-lint says of a place, with what it takes to say it more exactly. */
export interface Reported {
  readonly text: string;
  /** The node that it is about, and those that this one lies in, the root first. */
  readonly node: Nodes;
  readonly ancestors: readonly Nodes[];
  readonly range: OffsetRange;
  /** Where the page's first one is, which the others are to be like. */
  readonly first: OffsetRange | undefined;
}

/** Where a report is shown and what would mend it; undefined where it is none in Wiki.js. */
export type Narrow = (reported: Reported) => Omit<StyleFinding, 'code'> | undefined;
