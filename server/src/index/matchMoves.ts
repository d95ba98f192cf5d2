import type { Page } from '../page/page.ts';
import type { Wiki } from './wiki.ts';

/** A file that is no longer there. */
export interface GoneFile {
  readonly file: string;
  /** The facts that its page had; undefined for an asset. */
  readonly page: Page | undefined;
  /** Whether it was the page of its address. */
  readonly wasShown: boolean;
}

/**
 * Which of the files that have gone are which of those that have come: pages of the same content, or of the same title and
 * nearly the same content; assets of the same name. Where that is not clear, nothing is said.
 */
export function matchMoves(gone: readonly GoneFile[], come: readonly string[], wiki: Wiki): Map<string, string> {
  const moves = new Map<string, string>();
  const departed = new Set(gone);
  const arrived = new Set(come);
  const pair = (from: GoneFile, to: string) => {
    moves.set(from.file, to);
    departed.delete(from);
    arrived.delete(to);
  };
  const rounds: ((page: Page | undefined, file: string) => string | undefined)[] = [
    (page) => page && contentOf(page),
    (page, file) => (page === undefined ? undefined : titleOf(page) && `${titleOf(page)} ${nameOf(file)}`),
    (page) => page && titleOf(page),
    (page, file) => (page === undefined ? nameOf(file) : undefined),
  ];
  for (const keyOf of rounds) {
    const comers = grouped(arrived, (file) => keyOf(wiki.files.get(file), file));
    const goers = grouped(departed, ({ page, file }) => keyOf(page, file));
    for (const [key, from] of goers) {
      for (const one of from) {
        const to = best(one.file, comers.get(key) ?? [], from.length > 1);
        if (to === undefined || !arrived.has(to) || !isLikely(one.page, wiki.files.get(to))) continue;
        pair(one, to);
      }
    }
  }
  return moves;
}

/** All that a page says, but for what it owes to its place; the lengths of its lines stand for the rest of the text. */
function contentOf({ lineStarts, headings, links, images, description, tags }: Page): string {
  const texts = headings.map(({ text }) => text);
  const targets = [links.map(({ href, text }) => [href, text]), images.map(({ src }) => src)];
  return JSON.stringify([lineStarts, texts, targets, description, tags]);
}

/** The title that a page gives itself, not one that it has from its path. */
function titleOf({ frontmatter }: Page): string | undefined {
  const value = frontmatter.entries.findLast(({ key }) => key === 'title')?.value;
  return typeof value === 'string' && value !== '' ? `title ${value}` : undefined;
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

/** The only candidate; of several, or where several want it, the one whose path ends most like the old one. */
function best(file: string, candidates: readonly string[], isWanted: boolean): string | undefined {
  if (candidates.length <= 1 && !isWanted) return candidates[0];
  const ranked = candidates
    .map((candidate) => ({ candidate, shared: sharedEnd(file, candidate) }))
    .sort((a, b) => b.shared - a.shared);
  const [first, second] = ranked;
  if (first === undefined || first.shared === 0 || first.shared === second?.shared) return undefined;
  return first.candidate;
}

/** How many segments two paths share at their ends. */
function sharedEnd(a: string, b: string): number {
  const left = a.split('/').reverse();
  const right = b.split('/').reverse();
  const differs = left.findIndex((segment, index) => segment !== right[index]);
  return differs < 0 ? left.length : differs;
}

/** Whether two pages are so much alike that one may be the other, moved and edited. */
function isLikely(before: Page | undefined, after: Page | undefined): boolean {
  if (before === undefined || after === undefined) return before === after;
  const words = (page: Page) => [
    ...page.headings.map(({ text }) => text),
    ...page.links.map(({ text }) => text),
    ...page.images.map(({ alt }) => alt),
  ];
  const known = new Set(words(before));
  const now = words(after);
  const kept = now.filter((word) => known.has(word)).length;
  return kept * 2 >= Math.max(known.size, new Set(now).size);
}

function grouped<T>(items: Iterable<T>, keyOf: (item: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
