import type { CancellationToken, Hover, Position } from 'vscode-languageserver';
import type { ResolvedImage, ResolvedLink } from '../index/wiki.ts';
import type { FrontmatterEntry } from '../page/frontmatter.ts';
import type { Heading } from '../page/page.ts';
import type { OffsetRange } from '../util/range.ts';
import { urlOfAddress } from '../wiki/pageUrl.ts';
import type { PageContext } from './context.ts';
import { type Destination, destinationOf, imageDestination } from './destination.ts';
import { frontmatterKey } from './frontmatterKeys.ts';
import { code, plain } from './markdownText.ts';
import { offsetIn, rangeIn } from './positions.ts';
import { symbolAt } from './symbolAt.ts';

/** What Wiki.js makes of the link, image, heading or frontmatter key under the cursor, and why. */
export async function hover(
  context: PageContext,
  position: Position,
  _token: CancellationToken,
): Promise<Hover | undefined> {
  const { wiki, page } = context;
  const symbol = symbolAt(wiki, page, offsetIn(page, position));
  switch (symbol?.kind) {
    case 'link':
      return shown(context, symbol.link.link.range, linkText(context, symbol.link));
    case 'image':
      return shown(context, symbol.image.image.range, imageText(context, symbol.image));
    case 'heading':
      return shown(context, symbol.heading.range, headingText(symbol.heading));
    case 'frontmatter':
      return shown(context, symbol.entry.keyRange, frontmatterText(symbol.entry));
    default:
      return undefined;
  }
}

function shown({ page }: PageContext, range: OffsetRange, paragraphs: readonly (string | undefined)[]): Hover {
  const value = paragraphs.filter((paragraph) => paragraph !== undefined && paragraph !== '').join('\n\n');
  return { contents: { kind: 'markdown', value }, range: rangeIn(page, range) };
}

function linkText(context: PageContext, link: ResolvedLink): (string | undefined)[] {
  return [...destinationText(context, destinationOf(context.wiki, link)), reasonOf(link)];
}

function destinationText({ wiki, documents }: PageContext, destination: Destination): (string | undefined)[] {
  switch (destination.kind) {
    case 'page': {
      const { page, fragment, hasAnchor } = destination;
      const url = urlOfAddress(page.address, wiki.settings.site);
      return [
        `**${plain(page.title)}** · ${code(url)}`,
        plain(page.description),
        hasAnchor ? undefined : `There is no heading or element ${code(`#${fragment}`)} on that page.`,
        `[${plain(page.file)}](${documents.uriOf(page.file)})`,
      ];
    }
    case 'missing-page': {
      const { otherCase, otherLocale } = wiki.nearAddresses(destination.address);
      const near = [...otherCase, ...otherLocale].map((page) => code(urlOfAddress(page.address, wiki.settings.site)));
      return [
        `**No page** at ${code(urlOfAddress(destination.address, wiki.settings.site))}: Wiki.js marks the link as broken.`,
        near.length === 0 ? undefined : `There is ${near.join(', ')}.`,
      ];
    }
    case 'asset':
      return [`[${plain(destination.file)}](${documents.uriOf(destination.file)})`];
    case 'missing-asset':
      return [`**No file** ${code(destination.file)} in this wiki.`];
    case 'system':
      return [`A page of Wiki.js itself: ${code(destination.url)}`];
    case 'external':
      return [`Outside this wiki: ${code(destination.url)}`];
    case 'none':
      return ['Leads nowhere: Wiki.js leaves the link as it is written.'];
  }
}

/** Why the link leads where it does, if its text does not say so (rules reference (d)). */
function reasonOf({ kind, link, resolved, target }: ResolvedLink): string | undefined {
  const isInternal = kind === 'internal-valid' || kind === 'internal-invalid';
  if (isInternal && resolved !== undefined && resolved !== link.url)
    return `Wiki.js makes ${code(resolved)} of it: a path without a leading slash is looked for below the page it stands on, and a locale is added where the site has one in its URLs.`;
  if (kind === 'asset' && target !== undefined)
    return 'It contains a dot, so Wiki.js takes it for a file and does not check it; the site opens the page all the same, as it drops the extension.';
  if (kind === 'asset') return 'It contains a dot, so Wiki.js takes it for a file.';
  return undefined;
}

function imageText(context: PageContext, image: ResolvedImage): (string | undefined)[] {
  const destination = imageDestination(context.wiki, image);
  const preview =
    destination.kind === 'asset' ? `![](${context.documents.uriOf(destination.file)}|width=240)` : undefined;
  return [preview, ...destinationText(context, destination)];
}

function headingText({ id, slug }: Heading): string[] {
  if (id !== null) return [`Links reach this heading as ${code(`#${id}`)}.`];
  return [
    `**No link reaches this heading.** Its id would be ${code(slug)}, which Wiki.js's sanitiser deletes because it is also the name of a property of the page. Give it another with ${code('{#my-id}')}.`,
  ];
}

function frontmatterText({ key }: FrontmatterEntry): string[] {
  const known = frontmatterKey(key);
  if (known !== undefined) return [`**${plain(key)}**`, known.documentation];
  return [
    `**${plain(key)}**`,
    'Wiki.js neither reads nor writes this key; it is lost when the page is next saved in the wiki.',
  ];
}
