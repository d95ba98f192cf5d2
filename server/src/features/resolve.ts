import type { CancellationToken } from 'vscode-languageserver';
import { resolveLink } from '../index/resolveLink.ts';
import type { Link } from '../page/page.ts';
import type { ResolveParams, ResolveResult } from '../protocol.ts';
import type { PageContext } from './context.ts';
import { destinationOf } from './destination.ts';

/** What an href of a rendered page leads to. Rendered links are written out, so resolving them again changes nothing. */
export async function resolve(
  context: PageContext,
  { href }: ResolveParams,
  _token: CancellationToken,
): Promise<ResolveResult> {
  const { wiki, page, documents } = context;
  const { link: _, ...target } = resolveLink(renderedLink(href), page, wiki.settings);
  if (target.kind === 'anchor') return { kind: 'anchor', fragment: target.fragment ?? '' };
  const kind = target.kind === 'internal' ? 'internal-valid' : target.kind;
  const destination = destinationOf(wiki, { ...target, kind });
  switch (destination.kind) {
    case 'page':
      return { kind: 'page', uri: documents.uriOf(destination.page.file), fragment: destination.fragment };
    case 'missing-page':
      return { kind: 'missing-page', ...destination.address };
    case 'asset':
      return { kind: 'asset', uri: documents.uriOf(destination.file) };
    case 'external':
      return { kind: 'external', url: destination.url };
    case 'missing-asset':
      return { kind: 'none', reason: `There is no file ${destination.file} in this wiki` };
    case 'system':
      return { kind: 'none', reason: `${destination.url} is a page of Wiki.js itself` };
    case 'none':
      return { kind: 'none', reason: 'The link leads nowhere' };
  }
}

function renderedLink(href: string): Link {
  const nowhere = { start: 0, end: 0 };
  return { form: 'html', href, url: href, hrefRange: nowhere, range: nowhere, text: '' };
}
