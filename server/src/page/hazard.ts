import type { OffsetRange } from '../util/range.ts';

/**
 * Something that Wiki.js does to a page and its author will hardly want, noticed where it happens: in the parser's
 * rules, and in the steps on the HTML. The rules say it in words. Most pages have none.
 */
export type Hazard = HazardFacts & {
  /** In UTF-16 offsets of the file's text. */
  readonly range: OffsetRange;
};

/** Every kind of hazard, with what there is to know of it besides its place. */
export type HazardFacts =
  | BracesHazard
  | MathsHazard
  | TabsetHazard
  | { readonly kind: 'mermaid-unknown'; readonly diagram: string }
  | { readonly kind: 'unsupported'; readonly syntax: ForeignSyntax }
  | FootnoteHazard
  | RemovedHtml;

/** What the plugin for attributes in braces does. */
export type BracesHazard =
  /** No attributes are in them, and their text is gone. */
  | { readonly kind: 'braces-eaten'; readonly isHeading: boolean; readonly inMaths: boolean }
  /** They make an empty paragraph; `after` is what stands before it. */
  | { readonly kind: 'attributes-detached'; readonly after: BlockBefore }
  /** They are shown as text. */
  | { readonly kind: 'attributes-as-text' }
  /** A class of Wiki.js's theme that does nothing on this element. */
  | { readonly kind: 'class-misplaced'; readonly name: string; readonly element: string }
  /** A class that the theme does not know, and the one that was likely meant. */
  | { readonly kind: 'class-unknown'; readonly name: string; readonly meant: string }
  /** An attribute that Wiki.js does not let through. */
  | { readonly kind: 'attribute-ignored'; readonly name: string; readonly element: string }
  /** Attributes of a fenced block; `isLanguage` if its language is among what is lost. */
  | { readonly kind: 'fence-attributes'; readonly isLanguage: boolean };

/** What stands before an empty paragraph that attributes make. */
export type BlockBefore = 'heading' | 'text' | 'image' | 'quote' | 'quote-without-text' | 'other';

export type MathsHazard =
  /** Dollar signs of a shell or of prices, which make the text between them mathematics. */
  | { readonly kind: 'maths-by-accident' }
  /** TeX that cannot be set; the reason is KaTeX's. */
  | { readonly kind: 'maths-error'; readonly reason: string }
  /** A block of TeX that nothing closes. */
  | { readonly kind: 'maths-unclosed' };

export type FootnoteHazard =
  | { readonly kind: 'footnote-undefined'; readonly label: string }
  | { readonly kind: 'footnote-unused'; readonly label: string }
  /** Another one with the same label follows. */
  | { readonly kind: 'footnote-overridden'; readonly label: string };

/** Syntax of other Markdowns that Wiki.js shows as text. */
export type ForeignSyntax = 'mark' | 'alert' | 'nested-alert' | 'toc' | 'container' | 'admonition';

export type TabsetHazard =
  /** Text between the tabset and its first tab: it ends up below the tabs. */
  | { readonly kind: 'tabset-intro' }
  /** A heading inside another block, at which Wiki.js fails to see where the tab ends. */
  | { readonly kind: 'tabset-hidden-end' }
  /** The footnotes of the page are in the last tab. */
  | { readonly kind: 'tabset-footnotes' }
  /** A rule across the page that does not end the last tab. */
  | { readonly kind: 'tabset-rule' }
  /** A heading of the sixth level: there are no tabs below it. */
  | { readonly kind: 'tabset-too-deep' }
  /** Headings below, but none of the level that makes tabs. */
  | { readonly kind: 'tabset-without-tabs'; readonly level: number };

/** What the sanitiser, or the parser before it, takes out of raw HTML. */
export interface RemovedHtml {
  readonly kind: 'html-removed';
  readonly element: string;
  /** The attributes that are gone; none if the element is. */
  readonly attributes: readonly string[];
  /** Whether what is in the element goes with it. */
  readonly withContent: boolean;
  /** Whether the element has an end tag. */
  readonly isClosed: boolean;
}

/** The hazards of a page that has none: one list for all of them. */
export const noHazards: readonly Hazard[] = [];
