import { CompletionItemKind, type CompletionList } from 'vscode-languageserver';
import { writeDestination } from '../edits/destination.ts';
import type { Page } from '../page/page.ts';
import { resolveHref, targetOfAsset } from '../wiki/href.ts';
import type { PageContext } from './context.ts';
import { rangeIn } from './positions.ts';
import type { DestinationTyping } from './typing.ts';

/** The anchors of the page that stands before the `#`: the headings, then other elements with an id. */
export function completeAnchors(context: PageContext, typing: DestinationTyping): CompletionList | undefined {
  const hash = typing.typed.indexOf('#');
  const page = pageOf(context, typing.typed.slice(0, hash));
  if (page === undefined) return undefined;
  const range = rangeIn(context.page, { start: typing.range.start + hash, end: typing.range.end });
  const headings = page.headings.flatMap(({ id, text, level }) =>
    id === null ? [] : [{ id, detail: `${'#'.repeat(level)} ${text}` }],
  );
  const others = page.otherIds.map((id) => ({ id, detail: undefined }));
  return {
    isIncomplete: false,
    items: [...headings, ...others].map(({ id, detail }, index) => ({
      label: `#${id}`,
      kind: CompletionItemKind.Reference,
      detail,
      filterText: `#${id} ${detail ?? ''}`,
      sortText: String(index).padStart(5, '0'),
      textEdit: { range, newText: writeDestination(`#${id}`, typing.style) },
    })),
  };
}

function pageOf({ wiki, page }: PageContext, url: string): Page | undefined {
  if (url === '') return page;
  const { site, rendering } = wiki.settings;
  const href = resolveHref(url, page.address, site, rendering.htmlCore?.absoluteLinks === true);
  if (href.kind === 'internal') return wiki.pageAt(href.target);
  if (href.kind !== 'asset') return undefined;
  const target = targetOfAsset(url, page.address, site).page;
  return target === undefined ? undefined : wiki.pageAt(target);
}
