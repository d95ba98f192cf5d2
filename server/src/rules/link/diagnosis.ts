import type { LinkKind, ResolvedLink, Wiki } from '../../index/wiki.ts';
import type { Page } from '../../page/page.ts';
import type { OffsetRange } from '../../util/range.ts';
import type { PageAddress } from '../../wiki/address.ts';
import type { Problem } from '../rule.ts';
import { leadsSomewhere } from './leadsSomewhere.ts';
import { ownHostPath } from './ownHostPath.ts';
import { siblingOf } from './siblingOf.ts';
import { isSystemFile } from './systemRoutes.ts';

/** What is wrong with a link. `code` is that of the one rule that reports it. */
export type Diagnosis =
  /** No page is at `target`; `refused` are files that would be it, were they imported. */
  | { readonly code: 'link/missing-page'; readonly target: PageAddress; readonly refused: Page | undefined }
  | { readonly code: 'link/case'; readonly meant: Page }
  | { readonly code: 'link/wrong-locale'; readonly target: PageAddress; readonly meant: readonly Page[] }
  | { readonly code: 'link/sibling'; readonly target: PageAddress; readonly meant: Page }
  | { readonly code: 'link/missing-asset'; readonly asset: string }
  | { readonly code: 'link/missing-anchor'; readonly on: Page; readonly fragment: string }
  | { readonly code: 'link/extension'; readonly on: Page }
  | { readonly code: 'link/own-host'; readonly path: string; readonly on: Page | undefined };

/** The kinds of links that each rule can be about: the others need no diagnosis when that rule asks. */
const kindsOf: Readonly<Record<Diagnosis['code'], readonly LinkKind[]>> = {
  'link/missing-page': ['internal-invalid', 'asset'],
  'link/case': ['internal-invalid', 'asset'],
  'link/wrong-locale': ['internal-invalid', 'asset'],
  'link/sibling': ['internal-invalid', 'asset'],
  'link/missing-asset': ['asset'],
  'link/missing-anchor': ['internal-valid', 'anchor', 'asset'],
  'link/extension': ['asset'],
  'link/own-host': ['internal-valid', 'asset', 'external', 'system'],
};

/** A link and what the rule of that code says of it. */
export type Diagnosed<Code extends Diagnosis['code']> = Extract<Diagnosis, { code: Code }> & {
  readonly link: ResolvedLink;
};

/** The links of a page that the rule of this code reports. A link is reported by one rule at most. */
export function* linksWith<Code extends Diagnosis['code']>(
  code: Code,
  page: Page,
  wiki: Wiki,
): Iterable<Diagnosed<Code>> {
  for (const link of wiki.linksOf(page)) {
    if (!kindsOf[code].includes(link.kind)) continue;
    const diagnosis = diagnose(link, wiki);
    if (hasCode(diagnosis, code)) yield { ...diagnosis, link };
  }
}

/** The link that a problem is about; undefined if the page has changed since. */
export function linkOf<Code extends Diagnosis['code']>(
  code: Code,
  { range }: Problem,
  page: Page,
  wiki: Wiki,
): Diagnosed<Code> | undefined {
  for (const diagnosed of linksWith(code, page, wiki)) {
    const place = placeOfLink(diagnosed.link);
    if (place.start === range.start && place.end === range.end) return diagnosed;
  }
  return undefined;
}

/** Where a problem of a link is shown: its href, or the whole link where the href stands elsewhere. */
export function placeOfLink({ link }: ResolvedLink): OffsetRange {
  return link.form === 'reference' ? link.range : link.hrefRange;
}

function hasCode<Code extends Diagnosis['code']>(
  diagnosis: Diagnosis | undefined,
  code: Code,
): diagnosis is Extract<Diagnosis, { code: Code }> {
  return diagnosis?.code === code;
}

/** What is wrong with a link by Wiki.js's rules (rules reference (c) and (d)); undefined if nothing is. */
function diagnose(link: ResolvedLink, wiki: Wiki): Diagnosis | undefined {
  switch (link.kind) {
    case 'internal-invalid':
      return link.target === undefined ? undefined : deadPage(link, link.target, wiki);
    case 'internal-valid':
      return livePage(link, wiki);
    case 'anchor':
      return deadAnchor(link, link.page, wiki);
    case 'asset':
      return asset(link, wiki);
    case 'external':
    case 'system':
      return ownHost(link, wiki);
    default:
      return undefined;
  }
}

function deadPage(link: ResolvedLink, target: PageAddress, wiki: Wiki): Diagnosis {
  const refused = wiki.filesAt(target)[0];
  if (refused !== undefined) return { code: 'link/missing-page', target, refused };
  const sibling = siblingOf(link, wiki);
  if (sibling !== undefined) return { code: 'link/sibling', target, meant: sibling };
  const { otherCase, otherLocale } = wiki.nearAddresses(target);
  const [otherwiseWritten] = otherCase;
  if (otherwiseWritten !== undefined) return { code: 'link/case', meant: otherwiseWritten };
  if (otherLocale.length > 0) return { code: 'link/wrong-locale', target, meant: otherLocale };
  return { code: 'link/missing-page', target, refused: undefined };
}

function livePage(link: ResolvedLink, wiki: Wiki): Diagnosis | undefined {
  const on = link.target === undefined ? undefined : wiki.pageAt(link.target);
  return (on === undefined ? undefined : deadAnchor(link, on, wiki)) ?? ownHost(link, wiki);
}

/** A link with a dot in it: to a file, or to a page by way of the browser. */
function asset(link: ResolvedLink, wiki: Wiki): Diagnosis | undefined {
  const { target, asset: file } = link;
  if (target !== undefined) {
    const on = wiki.pageAt(target);
    if (on === undefined) return deadPage(link, target, wiki);
    return deadAnchor(link, on, wiki) ?? ownHost(link, wiki) ?? extension(link, on);
  }
  if (file === undefined || isSystemFile(file)) return undefined;
  return wiki.hasAsset(file) ? ownHost(link, wiki) : { code: 'link/missing-asset', asset: file };
}

function extension(link: ResolvedLink, on: Page): Diagnosis | undefined {
  const [path = ''] = (link.link.url ?? '').split(/[?#]/);
  return /\.(md|html|txt)$/i.test(path) ? { code: 'link/extension', on } : undefined;
}

function deadAnchor({ fragment }: ResolvedLink, on: Page, wiki: Wiki): Diagnosis | undefined {
  // `:~:` begins a search for text, which browsers do. Of an AsciiDoc page nothing is known but that it is there.
  const id = fragment?.split(':~:')[0];
  if (id === undefined || on.renderedAs === 'asciidoc' || id === commentsId || wiki.hasAnchor(on, id)) return undefined;
  return { code: 'link/missing-anchor', on, fragment: id };
}

/** Where Wiki.js shows the comments of a page. */
const commentsId = 'discussion';

function ownHost(link: ResolvedLink, wiki: Wiki): Diagnosis | undefined {
  const path = ownHostPath(link.link.url, wiki.settings.site.host);
  // A link to another site, as Wiki.js sees it, is to be one of the wiki's own only if it leads somewhere there.
  if (path === undefined || (link.kind === 'external' && !leadsSomewhere(path, link.page, wiki))) return undefined;
  return { code: 'link/own-host', path, on: link.target === undefined ? undefined : wiki.pageAt(link.target) };
}
