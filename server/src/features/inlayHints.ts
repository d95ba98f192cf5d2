import type { CancellationToken, InlayHint, Range } from 'vscode-languageserver';
import type { Link } from '../page/page.ts';
import type { PageContext } from './context.ts';
import { destinationOf } from './destination.ts';
import { offsetIn, rangeIn } from './positions.ts';

/** Behind each link whose text is only its address, or nothing: the title of the page that it leads to. */
export async function inlayHints(context: PageContext, range: Range, token: CancellationToken): Promise<InlayHint[]> {
  const { wiki, page } = context;
  const start = offsetIn(page, range.start);
  const end = offsetIn(page, range.end);
  const hints: InlayHint[] = [];
  for (const link of wiki.linksOf(page)) {
    if (token.isCancellationRequested) break;
    const { link: written } = link;
    if (written.range.end < start || written.range.start > end || !isBare(written)) continue;
    const destination = destinationOf(wiki, link);
    if (destination.kind !== 'page') continue;
    const label = destination.page.title;
    hints.push({ position: rangeIn(page, written.range).end, label, paddingLeft: true });
  }
  return hints;
}

function isBare({ form, text, href, url }: Link): boolean {
  return form !== 'footnote' && (text === '' || text === href || text === url);
}
