import type { Wiki } from '../index/wiki.ts';
import { analyzePage } from '../page/analyze.ts';
import type { Heading, Link, Page } from '../page/page.ts';
import type { OffsetRange } from '../util/range.ts';
import { referringLink } from './linkEdits.ts';
import type { EditPlan, TextChange } from './plan.ts';
import { rewriteFragment } from './writtenUrl.ts';

/** A plan, or why there is none, in a sentence. */
export type PlanOrReason = { readonly plan: EditPlan } | { readonly reason: string };

/**
 * Rewrites a heading, or its own id, and lets the links to it follow. Where the page has several headings of one name,
 * the ids of the others may change with it, and the links to those follow too. Wiki.js's rules decide: the page is analysed
 * as it will be (rules reference (e)).
 *
 * @param range what of the heading's source is replaced, in UTF-16 offsets
 */
export function rewriteHeading(
  wiki: Wiki,
  page: Page,
  text: string,
  range: OffsetRange,
  newText: string,
): PlanOrReason {
  if (newText.trim() === '') return { reason: 'A heading needs a text.' };
  if (/[\r\n]/.test(newText)) return { reason: 'A heading is one line.' };
  const after = analyzePage(page.file, text.slice(0, range.start) + newText + text.slice(range.end), wiki.settings, {
    hasByteOrderMark: page.hasByteOrderMark,
  });
  if (!haveSameOutline(page.headings, after.headings))
    return { reason: `Markdown does not read “${newText}” as the text of this heading.` };

  const changes: TextChange[] = [{ kind: 'change', file: page.file, range, newText }];
  const newIds = changedIds(wiki, page, after);
  if (newIds.size === 0) return { plan: { steps: changes } };
  for (const { from, link, fragment } of linksInto(wiki, page)) {
    const heading = newIds.get(fragment);
    const isReplaced = from === page && range.start <= link.hrefRange.start && link.hrefRange.end <= range.end;
    if (heading === undefined || isReplaced) continue;
    if (heading.id === null)
      return {
        reason: `Wiki.js takes the id “${heading.slug}” from a heading, so links to it would be dead. Another name keeps them.`,
      };
    const rewriting = rewriteFragment(referringLink(link), heading.id);
    if (rewriting !== undefined)
      changes.push({ kind: 'change', file: from.file, range: rewriting.range, newText: rewriting.newText });
  }
  return { plan: { steps: unique(changes) } };
}

function haveSameOutline(before: readonly Heading[], after: readonly Heading[]): boolean {
  return before.length === after.length && before.every(({ level }, index) => level === after[index]?.level);
}

/** The headings as they will be, by the ids that links know them by now. */
function changedIds(wiki: Wiki, before: Page, after: Page): ReadonlyMap<string, Heading> {
  const changed = new Map<string, Heading>();
  for (const [index, { id, slug }] of before.headings.entries()) {
    const heading = after.headings[index];
    // The links to a heading whose id Wiki.js takes away are dead, and yet they mean it.
    const known = id ?? (wiki.hasAnchor(before, slug) ? undefined : slug);
    if (heading !== undefined && known !== undefined && heading.id !== known) changed.set(known, heading);
  }
  return changed;
}

/** The links with a fragment that lead into a page. */
function linksInto(wiki: Wiki, page: Page): { from: Page; link: Link; fragment: string }[] {
  const own = wiki.linksOf(page).filter(({ kind }) => kind === 'anchor');
  const all =
    wiki.pageAt(page.address) === page ? wiki.backlinks(page.address) : own.map((link) => ({ from: page, link }));
  return all.flatMap(({ from, link: { link, fragment } }) =>
    fragment === undefined ? [] : [{ from, link, fragment }],
  );
}

/** A definition that several links use is changed once. */
function unique(changes: readonly TextChange[]): TextChange[] {
  return [...new Map(changes.map((change) => [`${change.file}:${change.range.start}`, change])).values()];
}
