import type { OffsetRange } from '../util/range.ts';
import type { ContentType, PageAddress } from '../wiki/address.ts';
import type { ImportErrorReason } from '../wiki/importPage.ts';
import type { Frontmatter } from './frontmatter.ts';
import type { Hazard } from './hazard.ts';
import type { LooseEnds } from './looseEnds.ts';
import type { Suppression } from './suppression.ts';

/**
 * The facts of one file, made in one place (`analyze.ts`) and only read elsewhere.
 * Every range is in UTF-16 offsets of the file's text, frontmatter included.
 */
export interface Page {
  /** Path relative to the wiki's root, `/`-separated, as it is on disk. */
  readonly file: string;
  /** By the file's extension: how the file is written. */
  readonly contentType: ContentType;
  /** How Wiki.js renders the content: the content type of the file that made the page, which an import over it does not change. */
  readonly renderedAs: ContentType;
  readonly address: PageAddress;
  /** As Wiki.js shows it: from the frontmatter, else the last segment of the path. */
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  /** Whether an import into a wiki that does not have the page yet shows it to everybody. */
  readonly isPublished: boolean;
  /** Why Wiki.js's import refuses the page; undefined if it imports. A refused page is no target for links. */
  readonly importError: ImportError | undefined;
  readonly frontmatter: Frontmatter;
  /** What Wiki.js's renderer fails on, so that the page is stored without any HTML; undefined if it renders. */
  readonly renderFailure: string | undefined;
  /** Where the text begins that Wiki.js renders (after the frontmatter that it reads). */
  readonly contentStart: number;
  /** Headings of the final page, in document order. */
  readonly headings: readonly Heading[];
  /** Every `<a>` of the final page except heading anchors and footnote back references, in document order. */
  readonly links: readonly Link[];
  /** Every `<img>` of the final page that the author wrote (no emoji, no diagram), in document order. */
  readonly images: readonly Image[];
  /** Files that the final page shows or plays in another way than by `<img>`: films, sounds, their pictures and subtitles. */
  readonly media: readonly Media[];
  /** Ids and names in the final page that are not heading ids. */
  readonly otherIds: readonly string[];
  readonly definitions: readonly Definition[];
  readonly looseEnds: LooseEnds;
  /** Comments that silence rules, in the order of the text. */
  readonly suppressions: readonly Suppression[];
  /** What Wiki.js does with the content that its author will hardly want, in the order of the text. */
  readonly hazards: readonly Hazard[];
  /** Offset at which each line begins. */
  readonly lineStarts: readonly number[];
  /** Whether the file on disk starts with a byte order mark, which editors hide and which keeps Wiki.js from reading the frontmatter. */
  readonly hasByteOrderMark: boolean;
}

/** Why Wiki.js does not have a page from a file. */
export interface ImportError {
  readonly reason: ImportErrorReason | 'collision';
  /** In words, for `facts` and the sidebar. */
  readonly message: string;
}

export interface Heading {
  /** As on the site; null where the sanitiser deletes it, so that no link can reach it. */
  readonly id: string | null;
  /** The id that Wiki.js made before its sanitiser, equal to `id` unless that is null. */
  readonly slug: string;
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  /** DOM text, trimmed, without the anchor sign. */
  readonly text: string;
  /** The heading's whole source: marks included, line ending excluded. */
  readonly range: OffsetRange;
  /** Just what a person reads in the source. */
  readonly textRange: OffsetRange;
  /** The id that its author gave it; Wiki.js gives it another if an earlier heading has that one, or if it begins with a digit. */
  readonly ownId?: string;
  /** Whether it stands in a tab, so that its level is one below that of the tab. */
  readonly isInTab?: true;
}

/** How a link stands in the source. */
export type LinkForm = 'inline' | 'reference' | 'autolink' | 'linkified' | 'html' | 'footnote';

export interface Link {
  readonly form: LinkForm;
  /** As the author wrote it, entities and escapes included; undefined for an `<a>` without one and for a footnote's mark. */
  readonly href: string | undefined;
  /** As Wiki.js's link step receives it: percent-encoded by the Markdown parser, entities decoded. */
  readonly url: string | undefined;
  /** Whether Wiki.js's sanitiser takes the href away (a scheme that it does not know), so that the final link leads nowhere. */
  readonly isHrefDeleted?: true;
  /** Whether the sanitiser takes white space off the ends of what the link step made of the href. */
  readonly isHrefTrimmed?: true;
  /** Where `href` stands: `text.slice(start, end) === href`. For a reference it is in the definition; for a link without one, where the text stands. */
  readonly hrefRange: OffsetRange;
  /** The whole link, from `[` or `<` to its last character. */
  readonly range: OffsetRange;
  /** DOM text of the link, trimmed. */
  readonly text: string;
}

export interface Image {
  readonly form: 'inline' | 'reference' | 'html';
  /** As the author wrote it. */
  readonly src: string | undefined;
  /** As in the final HTML. */
  readonly url: string | undefined;
  readonly srcRange: OffsetRange;
  readonly range: OffsetRange;
  readonly alt: string;
  /** Whether the author says that there is nothing to see: HTML with an empty `alt`, or one that screen readers pass over. */
  readonly isDecorative?: true;
}

/** A film's or sound's file in raw HTML. */
export type Media = Pick<Image, 'form' | 'src' | 'url' | 'srcRange' | 'range'>;

/** A reference definition: `[label]: destination "title"`. */
export interface Definition {
  /** As CommonMark compares labels: case-folded, white space collapsed. */
  readonly label: string;
  readonly href: string;
  readonly hrefRange: OffsetRange;
  readonly range: OffsetRange;
}
