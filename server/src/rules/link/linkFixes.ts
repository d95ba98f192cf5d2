import { changePath, referringLink } from '../../edits/linkEdits.ts';
import { planOf } from '../../edits/plan.ts';
import { removeLink } from '../../edits/removeLink.ts';
import type { ResolvedLink } from '../../index/wiki.ts';
import type { Page } from '../../page/page.ts';
import { urlOfAddress } from '../../wiki/pageUrl.ts';
import type { Fix, FixContext } from '../rule.ts';

/** Points the link at a page, by the form of its address that works from everywhere; query and fragment stay. */
export function linkToPage(link: ResolvedLink, meant: Page, context: FixContext, options: Partial<Fix> = {}): Fix {
  const path = urlOfAddress(meant.address, context.wiki.settings.site);
  const change = changePath(context.page.file, context.text, referringLink(link.link), path, meant.title);
  return { title: `Link to ${path} (${meant.title})`, ...options, plan: planOf(change) };
}

/** Takes the link away and keeps its text, where the source allows. */
export function withoutLink(link: ResolvedLink, context: FixContext): Fix[] {
  const change = removeLink(context.page.file, context.text, link.link);
  return change === undefined ? [] : [{ title: 'Remove the link, keep its text', plan: planOf(change) }];
}
