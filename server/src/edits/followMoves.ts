import type { Wiki } from '../index/wiki.ts';
import type { Page } from '../page/page.ts';
import { addressKey, type PageAddress } from '../wiki/address.ts';
import type { TextChange } from './plan.ts';
import { imageTarget, isSameTarget, linkTarget, pointImageAt, pointLinkAt, type Target, targetOf } from './pointAt.ts';
import type { Rewriting } from './writtenUrl.ts';

/** Something that has another place than before. */
export interface Moved {
  readonly before: Target;
  readonly after: Target;
}

/** Where a page was, and where it is. */
export interface Place {
  readonly before: PageAddress;
  readonly after: PageAddress;
}

/** What has moved, or will. */
export interface Relocation {
  /** What links have to follow: pages that are on the site, and other files. */
  readonly moved: readonly Moved[];
  /** Pages whose own links lead from another place than before: their addresses, by the file that the index knows them by. */
  readonly pages: ReadonlyMap<string, Place>;
  /** Whether something that does not move is there, before and after. */
  stays(target: Target): boolean;
  /** Whether a link that leads to a target is right as it is, whatever it led to. */
  isRight?(target: Target): boolean;
}

/**
 * The changes that keep the links and images of a wiki leading to what they lead to: those to what moves, and the relative
 * ones on pages that move. A link that leads nowhere is left alone. Each is rewritten in the form in which it is written.
 * Costs what the affected pages cost, and reads facts only.
 */
export function followMoves(wiki: Wiki, { moved, pages, stays, isRight }: Relocation): TextChange[] {
  const afterOf = new Map(moved.map(({ before, after }) => [keyOf(before), after]));
  const affected = new Set<Page>();
  for (const { before } of moved) for (const page of usersOf(before, wiki)) affected.add(page);
  for (const file of pages.keys()) {
    const page = wiki.files.get(file);
    if (page !== undefined) affected.add(page);
  }
  return [...affected].flatMap((page) => {
    const place = pages.get(page.file) ?? { before: page.address, after: page.address };
    const hasMoved = place.before !== place.after;
    const wanted = (before: Target | undefined): Target | undefined =>
      before && (afterOf.get(keyOf(before)) ?? (hasMoved && stays(before) ? before : undefined));
    const isKept = (now: Target | undefined, target: Target) =>
      isSameTarget(now, target) || (now !== undefined && isRight?.(now) === true);
    return unique(changesOf(page, place, wanted, isKept, wiki));
  });
}

function changesOf(
  page: Page,
  { before, after }: Place,
  wanted: (before: Target | undefined) => Target | undefined,
  isKept: (now: Target | undefined, target: Target) => boolean,
  wiki: Wiki,
): TextChange[] {
  const { settings } = wiki;
  const changes: TextChange[] = [];
  const add = (rewriting: Rewriting | undefined) => {
    if (rewriting !== undefined) changes.push({ kind: 'change', file: page.file, ...placeOf(rewriting) });
  };
  // What a page links to from where it is, the index knows.
  const isHere = before === page.address;
  const links = isHere ? wiki.linksOf(page) : undefined;
  for (const [index, link] of page.links.entries()) {
    const known = links?.[index];
    const target = wanted(known === undefined ? linkTarget(link, before, settings) : targetOf(known));
    if (target !== undefined && !isKept(linkTarget(link, after, settings), target))
      add(pointLinkAt(link, after, target, settings));
  }
  for (const image of [...page.images, ...page.media]) {
    const target = wanted(imageTarget(image, before, settings));
    if (target !== undefined && !isKept(imageTarget(image, after, settings), target))
      add(pointImageAt(image, after, target, settings));
  }
  return changes;
}

function placeOf({ range, newText }: Rewriting): Pick<TextChange, 'range' | 'newText'> {
  return { range, newText };
}

/** The pages with a link to a target, or an image of it. */
function usersOf(target: Target, wiki: Wiki): readonly Page[] {
  return target.kind === 'asset'
    ? wiki.assetUsers(target.file)
    : wiki.backlinks(target.address).map(({ from }) => from);
}

/** A definition that several links use is changed once. */
function unique(changes: readonly TextChange[]): TextChange[] {
  return [...new Map(changes.map((change) => [change.range.start, change])).values()];
}

function keyOf(target: Target): string {
  return target.kind === 'asset' ? `asset ${target.file}` : addressKey(target.address);
}
