import type { Backlink, Wiki } from '../../index/wiki.ts';
import { analyzePage } from '../../page/analyze.ts';
import type { Heading, Link, Page } from '../../page/page.ts';
import { decodeFragment } from '../../util/percentEncoding.ts';
import type { OffsetRange } from '../../util/range.ts';
import type { PageAddress } from '../../wiki/address.ts';
import { newPageText } from '../../wiki/newPage.ts';
import { fileOfAddress } from '../../wiki/pageFile.ts';
import { urlOfAddress } from '../../wiki/pageUrl.ts';
import { applyChanges } from '../applyChanges.ts';
import { writeDestination } from '../destination.ts';
import { lineEndingOf, withLineEnding } from '../lineEnding.ts';
import { referringLink } from '../linkEdits.ts';
import type { Section } from '../markdownTools.ts';
import type { Replacement, TextChange } from '../plan.ts';
import { imageTarget, isSameTarget, linkTarget, pointImageAt, pointLinkAt, type Target } from '../pointAt.ts';
import type { PlanOrReason } from '../renameHeading.ts';
import { rewriteFragment } from '../writtenUrl.ts';
import { linkText } from './linkText.ts';

/** What is to become of a section. */
export interface Extraction {
  readonly section: Section;
  /** Where the new page will be: a place that is free, and that Wiki.js takes. */
  readonly address: PageAddress;
  readonly title: string;
  readonly now: Date;
}

/** Where an anchor of the page is afterwards. */
interface NewAnchor {
  readonly isOnNewPage: boolean;
  readonly id: string;
}

/**
 * Makes a section a page of its own and leaves a link where it was. What it uses goes along (definitions, footnotes), its
 * headings rise so that its own is the first, its links lead where they led, and links to its anchors follow, on all pages.
 */
export function extractSection(wiki: Wiki, page: Page, text: string, extraction: Extraction): PlanOrReason {
  const { section, address, title } = extraction;
  const { settings } = wiki;
  const lineEnding = lineEndingOf(text);
  const url = urlOfAddress(address, settings.site);
  const end = section.range.start + text.slice(section.range.start, section.range.end).trimEnd().length;
  const left = [`[${linkText(title)}](${writeDestination(url, 'bare')})`, ...section.lent.map((it) => slice(text, it))];
  const own: Replacement[] = [
    {
      range: { start: section.range.start, end },
      newText: left.map((it) => it.trimEnd()).join(lineEnding + lineEnding),
    },
    ...section.used.filter((it) => !it.isUsedElsewhere).map(({ range }) => ({ range, newText: '' })),
  ];
  const moved = [{ start: section.range.start, end }, ...section.used.map(({ range }) => range)];
  const rise: Replacement[] = section.hashes.map((start) => ({
    range: { start, end: start + section.depth - 1 },
    newText: '',
  }));

  const file = fileOfAddress(address, 'markdown', settings.site);
  const write = (changes: readonly Replacement[]) => {
    const body = moved.map((range) => pieceOf(text, range, changes).trimEnd()).join(lineEnding + lineEnding);
    const whole = newPageText({ title, description: '', tags: [], now: extraction.now, body: `${body}\n` });
    return withLineEnding(whole, lineEnding);
  };
  const rest = applyChanges(text, page.file, { steps: own.map((it) => changeIn(page.file, it)) });
  const anchors = newAnchors(page, moved, {
    rest: analyzePage(page.file, rest, settings, { hasByteOrderMark: page.hasByteOrderMark }),
    created: analyzePage(file, write(rise), settings),
  });
  if (anchors === undefined)
    return { reason: 'This section means something else on a page of its own, so it stays where it is.' };

  const follow = (link: Link, from: PageAddress, fragment: string | undefined) =>
    followLink(link, { from, page: page.address, address, anchor: anchors.get(fragment ?? '') }, wiki);
  const inner = [...rise];
  const others: TextChange[] = own.map((it) => changeIn(page.file, it));
  const isMoved = (place: OffsetRange) =>
    moved.some(({ start, end: last }) => start <= place.start && place.start < last);
  for (const { link, fragment } of wiki.linksOf(page)) {
    const changes = isMoved(link.range) ? undefined : follow(link, page.address, fragment);
    if (changes === undefined) inner.push(...follow(link, address, fragment));
    else if (!own.some(({ range }) => range.start <= link.hrefRange.start && link.hrefRange.start < range.end))
      others.push(...changes.map((it) => changeIn(page.file, it)));
  }
  for (const image of page.images) {
    const target = isMoved(image.range) ? imageTarget(image, page.address, settings) : undefined;
    if (target === undefined || isSameTarget(imageTarget(image, address, settings), target)) continue;
    inner.push(...asChanges(pointImageAt(image, address, target, settings)));
  }
  for (const { from, link } of linksFromOthers(wiki, page))
    others.push(...follow(link.link, from.address, link.fragment).map((it) => changeIn(from.file, it)));
  return { plan: { steps: [...unique(others), { kind: 'create', file, text: write(inner) }] } };
}

/** What has to change in a link that will stand on the page at `from` and means a place of the wiki. */
function followLink(
  link: Link,
  place: { from: PageAddress; page: PageAddress; address: PageAddress; anchor: NewAnchor | undefined },
  { settings }: Wiki,
): Replacement[] {
  const { from, page, address, anchor } = place;
  // Where it leads was decided on the page where it stands by now; a link of another page is not moved.
  const before = linkTarget(link, from === address ? page : from, settings);
  if (before === undefined) return [];
  const isToPage = isSameTarget(before, { kind: 'page', address: page });
  const after: Target = isToPage && anchor?.isOnNewPage ? { kind: 'page', address } : before;
  const changes: Replacement[] = [];
  if (!isSameTarget(linkTarget(link, from, settings), after))
    changes.push(...asChanges(pointLinkAt(link, from, after, settings)));
  const fragment = isToPage ? anchor?.id : undefined;
  const written = decodeFragment(link.url?.split('#')[1] ?? '');
  if (fragment !== undefined && fragment !== written)
    changes.push(...asChanges(rewriteFragment(referringLink(link), fragment)));
  return changes;
}

/** The anchors of a page that will be elsewhere, or called otherwise; undefined where the headings are not those that were. */
function newAnchors(
  page: Page,
  moved: readonly OffsetRange[],
  { rest, created }: { rest: Page; created: Page },
): ReadonlyMap<string, NewAnchor> | undefined {
  const isMoved = ({ range }: Heading) => moved.some(({ start, end }) => start <= range.start && range.start < end);
  const groups = [
    [page.headings.filter(isMoved), created.headings, true],
    [page.headings.filter((heading) => !isMoved(heading)), rest.headings, false],
  ] as const;
  const anchors = new Map<string, NewAnchor>();
  for (const [before, after, isOnNewPage] of groups) {
    if (before.length !== after.length || before.some(({ text }, index) => text !== after[index]?.text))
      return undefined;
    for (const [index, { id }] of before.entries()) {
      const now = after[index]?.id;
      if (id !== null && now !== null && now !== undefined) anchors.set(id, { isOnNewPage, id: now });
    }
  }
  for (const id of created.otherIds)
    if (page.otherIds.includes(id) && !rest.otherIds.includes(id)) anchors.set(id, { isOnNewPage: true, id });
  return anchors;
}

function linksFromOthers(wiki: Wiki, page: Page): readonly Backlink[] {
  return wiki.pageAt(page.address) === page ? wiki.backlinks(page.address).filter(({ from }) => from !== page) : [];
}

/** A stretch of a text with the changes that lie in it. */
function pieceOf(text: string, range: OffsetRange, changes: readonly Replacement[]): string {
  const inside = unique(
    changes
      .filter((change) => range.start <= change.range.start && change.range.end <= range.end)
      .map((change) => changeIn('', change)),
  );
  const shifted = inside.map((change) => ({
    ...change,
    range: { start: change.range.start - range.start, end: change.range.end - range.start },
  }));
  return applyChanges(slice(text, range), '', { steps: shifted });
}

function slice(text: string, { start, end }: OffsetRange): string {
  return text.slice(start, end);
}

function asChanges(change: Replacement | undefined): Replacement[] {
  return change === undefined ? [] : [{ range: change.range, newText: change.newText }];
}

function changeIn(file: string, { range, newText }: Replacement): TextChange {
  return { kind: 'change', file, range, newText };
}

/** A definition that several links use is changed once. */
function unique(changes: readonly TextChange[]): TextChange[] {
  return [
    ...new Map(changes.map((change) => [`${change.file}:${change.range.start}:${change.range.end}`, change])).values(),
  ];
}
