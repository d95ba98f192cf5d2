import { lineStartsOf } from '../util/lines.ts';
import type { ContentType, PageAddress } from '../wiki/address.ts';
import { parseFrontmatter } from '../wiki/frontmatter.ts';
import { type ImportedPage, importPage } from '../wiki/importPage.ts';
import { addressOfFile, contentTypeOf, storedAddress } from '../wiki/pageFile.ts';
import type { WikiSettings } from '../wiki/settings.ts';
import { finalPageToRead } from './finalPage.ts';
import { findLooseEnds } from './findLooseEnds.ts';
import { readFrontmatter } from './frontmatter.ts';
import { noHazards } from './hazard.ts';
import { noLooseEnds } from './looseEnds.ts';
import { createStringOwner } from './ownString.ts';
import type { Page } from './page.ts';
import { type ContentFacts, pageFacts } from './pageFacts.ts';
import { findSuppressions } from './suppressions.ts';

/** What the file's text does not say of the file. */
export interface FileTraits {
  /** In bytes; matters where it is 0, and is taken from the text if not given. */
  readonly size?: number;
  /** Whether the file on disk starts with a byte order mark, which `text` is without. */
  readonly hasByteOrderMark?: boolean;
  /** What the files of the same page that are imported before this one have made of it. */
  readonly existing?: ExistingPage;
}

/** A page as another file has made it: an import over it keeps its content type, and what the new file does not say. */
export interface ExistingPage extends ImportedPage {
  readonly contentType: ContentType;
}

const byteOrderMark = '\uFEFF';

/**
 * Everything that the engine knows of one file, worked out as Wiki.js would render it. Total: any text gives a page.
 *
 * @param file relative to the wiki's root, `/`-separated; one that is no page by its name is taken for Markdown
 * @param text without byte order mark; every range of the page is in its UTF-16 offsets
 */
export function analyzePage(file: string, text: string, settings: WikiSettings, traits: FileTraits = {}): Page {
  const { hasByteOrderMark = false, size = text.length + (hasByteOrderMark ? 3 : 0) } = traits;
  const contentType = contentTypeOf(file) ?? 'markdown';
  const address = storedAddress(addressOfFile(file, settings.site.locale));
  // Wiki.js does not take the mark away, so that it is the first character of the content.
  const wikiText = hasByteOrderMark ? byteOrderMark + text : text;
  const shift = wikiText.length - text.length;
  const { metadata, content, contentStart } = parseFrontmatter(wikiText, contentType);
  const imported = importPage(file, size, address, metadata, content, traits.existing);
  const renderedAs = traits.existing?.contentType ?? contentType;
  const own = createStringOwner();
  const frontmatter = readFrontmatter(text, contentType, hasByteOrderMark);
  const lineStarts = lineStartsOf(text);
  const source = { text, content, contentStart: contentStart - shift, contentType: renderedAs };
  const { rendering } = settings;
  return {
    file,
    contentType,
    renderedAs,
    address,
    title: own(imported.title),
    description: own(imported.description),
    tags: imported.tags.map(own),
    isPublished: imported.isPublished,
    importError: imported.error,
    frontmatter,
    contentStart: Math.max(0, contentStart - shift),
    ...contentFacts({ ...source, address, settings, own }),
    suppressions: findSuppressions({ ...source, frontmatter, rendering, lineStarts }),
    lineStarts,
    hasByteOrderMark,
  };
}

type AllContentFacts = ContentFacts & Pick<Page, 'looseEnds'>;

const noFacts: AllContentFacts = {
  renderFailure: undefined,
  headings: [],
  links: [],
  images: [],
  media: [],
  otherIds: [],
  definitions: [],
  looseEnds: noLooseEnds,
  hazards: noHazards,
};

/** A page's content, and what decides on how Wiki.js renders it. */
interface ContentSource {
  readonly text: string;
  readonly content: string;
  /** Where `content` begins in `text`; -1 if it begins with the byte order mark that `text` is without. */
  readonly contentStart: number;
  readonly contentType: ContentType;
  readonly address: PageAddress;
  readonly settings: WikiSettings;
  readonly own: (slice: string) => string;
}

function contentFacts(source: ContentSource): AllContentFacts {
  const { text, content, contentStart, contentType, address, settings, own } = source;
  if (contentType === 'asciidoc') return noFacts;
  try {
    const { site, rendering } = settings;
    const { final, ...sources } = finalPageToRead({ content, contentType, contentStart, address, site, rendering });
    const facts = pageFacts(final, { ...sources, text, own });
    const isMarkdown = contentType === 'markdown';
    return { ...facts, looseEnds: isMarkdown ? findLooseEnds(content, contentStart, rendering) : noLooseEnds };
  } catch {
    // A page that breaks a library (its stack, an error of its own) is still a page: one without content.
    return noFacts;
  }
}
