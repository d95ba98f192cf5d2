import type { CancellationToken, Hover, Position } from 'vscode-languageserver';
import type { FrontmatterEntry } from '../page/frontmatter.ts';
import type { Heading } from '../page/page.ts';
import type { OffsetRange } from '../util/range.ts';
import type { PageAddress } from '../wiki/address.ts';
import { urlOfAddress } from '../wiki/pageUrl.ts';
import type { PageContext } from './context.ts';
import { describeAsset } from './describeAsset.ts';
import { describePage } from './describePage.ts';
import { type Destination, destinationOf, imageDestination } from './destination.ts';
import { footnoteDefinitions } from './footnotes.ts';
import { frontmatterKey } from './frontmatterKeys.ts';
import { reasonsOf } from './linkReason.ts';
import { code, plain } from './markdownText.ts';
import { offsetIn, rangeIn } from './positions.ts';
import { linksTo } from './references.ts';
import { type PageSymbol, symbolAt } from './symbolAt.ts';
import { pagesWithTag } from './tagPlaces.ts';

/** More pages than these are not named. */
const mostNamed = 10;

/** What Wiki.js makes of the link, image, heading, tag, footnote or frontmatter key under the cursor, and why. */
export async function hover(
  context: PageContext,
  position: Position,
  _token: CancellationToken,
): Promise<Hover | undefined> {
  const { wiki, page, text } = context;
  const symbol = symbolAt(wiki, page, text, offsetIn(page, position));
  if (symbol === undefined) return undefined;
  const { range, paragraphs } = await described(context, symbol);
  const value = paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
  return value === '' ? undefined : { contents: { kind: 'markdown', value }, range: rangeIn(page, range) };
}

interface Description {
  readonly range: OffsetRange;
  /** In Markdown; empty ones are left out. */
  readonly paragraphs: readonly string[];
}

async function described(context: PageContext, symbol: PageSymbol): Promise<Description> {
  const { wiki, page, text } = context;
  switch (symbol.kind) {
    case 'link': {
      const about = await describe(context, destinationOf(wiki, symbol.link));
      return { range: symbol.link.link.range, paragraphs: [...about, ...reasonsOf(wiki, symbol.link)] };
    }
    case 'image': {
      const about = await describe(context, imageDestination(wiki, symbol.image));
      return { range: symbol.image.image.range, paragraphs: about };
    }
    case 'label': {
      const { definition, range } = symbol.label;
      const link = wiki.linksOf(page).find((it) => it.link.hrefRange.start === definition.hrefRange.start);
      const about = link === undefined ? [] : await describe(context, destinationOf(wiki, link));
      return { range, paragraphs: [code(definition.href), ...about] };
    }
    case 'footnote': {
      const { label, range } = symbol.footnote;
      const found = footnoteDefinitions(text, page).find((footnote) => footnote.label === label);
      return { range, paragraphs: found === undefined ? [] : [plain(found.note)] };
    }
    case 'heading':
      return { range: symbol.heading.range, paragraphs: headingText(context, symbol.heading) };
    case 'tag':
      return { range: symbol.tag.range, paragraphs: tagText(context, symbol.tag.tag) };
    case 'frontmatter':
      return { range: symbol.entry.keyRange, paragraphs: frontmatterText(symbol.entry) };
  }
}

async function describe(context: PageContext, destination: Destination): Promise<string[]> {
  switch (destination.kind) {
    case 'page': {
      const { page, fragment, hasAnchor } = destination;
      const dead = hasAnchor ? '' : `There is no heading or element ${code(`#${fragment}`)} on that page.`;
      return [dead, ...(await describePage(context, page, fragment))];
    }
    case 'missing-page':
      return missingPage(context, destination.address);
    case 'asset':
      return describeAsset(context, destination.file);
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

function missingPage({ wiki }: PageContext, address: PageAddress): string[] {
  const urlOf = (it: PageAddress) => code(urlOfAddress(it, wiki.settings.site));
  const { otherCase, otherLocale } = wiki.nearAddresses(address);
  const near = [...otherCase, ...otherLocale].map((page) => urlOf(page.address));
  const refused = wiki.filesAt(address).map(({ file, importError }) => `${code(file)}: ${importError?.message ?? ''}`);
  return [
    `**No page** at ${urlOf(address)}: Wiki.js marks the link as broken.`,
    near.length === 0 ? '' : `There is ${near.join(', ')}.`,
    refused.length === 0 ? '' : `Wiki.js does not import ${refused.join(' ')}`,
  ];
}

function headingText(context: PageContext, { id, slug }: Heading): string[] {
  if (id !== null) {
    const count = linksTo(context, context.page.address, id).length;
    const links = count === 0 ? 'No link does.' : `${count === 1 ? '1 link does' : `${count} links do`}.`;
    return [`Links reach this heading as ${code(`#${id}`)}. ${links}`];
  }
  return [
    `**No link reaches this heading.** Its id would be ${code(slug)}, which Wiki.js's sanitiser deletes because it is also the name of a property of the page. Give it another with ${code('{#my-id}')}.`,
  ];
}

function tagText({ wiki, documents }: PageContext, tag: string): string[] {
  const pages = pagesWithTag(wiki, tag);
  const named = pages.slice(0, mostNamed).map(({ title, file }) => `[${plain(title)}](${documents.uriOf(file)})`);
  const more = pages.length > named.length ? ` and ${pages.length - named.length} more` : '';
  return [
    `**${plain(tag)}** · ${pages.length === 1 ? '1 page has' : `${pages.length} pages have`} this tag`,
    `${named.join(', ')}${more}`,
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
