import type { OffsetRange } from '../util/range.ts';

/** A definition that no link uses. */
export interface UnusedDefinition {
  readonly label: string;
  readonly range: OffsetRange;
  /** Whether links use the label, but another definition of it that stands before this one. */
  readonly isRepeated: boolean;
}

/** `[text][label]` or `[text][]` without a definition of the label, so that it stays as text. */
export interface UndefinedReference {
  /** As written. */
  readonly label: string;
  /** Between the brackets; empty for `[text][]`. */
  readonly labelRange: OffsetRange;
  readonly range: OffsetRange;
}

/** A link that Markdown leaves as text, for what its destination begins with: `javascript:`. */
export interface RefusedLink {
  readonly scheme: string;
  readonly range: OffsetRange;
}

/** What Markdown makes no link of, and links that nobody makes. Ranges are in UTF-16 offsets of the file's text. */
export interface LooseEnds {
  readonly unusedDefinitions: readonly UnusedDefinition[];
  readonly undefinedReferences: readonly UndefinedReference[];
  readonly refusedLinks: readonly RefusedLink[];
  /** Words in capitals in brackets, `[FILL_IN]`, that are part of no link. */
  readonly bracketedWords: readonly { readonly text: string; readonly range: OffsetRange }[];
}

export const noLooseEnds: LooseEnds = {
  unusedDefinitions: [],
  undefinedReferences: [],
  refusedLinks: [],
  bracketedWords: [],
};
