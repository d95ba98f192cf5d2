import type { LinkKind, ResolvedLink, Wiki } from '../../index/wiki.ts';
import type { Page } from '../../page/page.ts';
import type { OffsetRange } from '../../util/range.ts';
import type { PageAddress } from '../../wiki/address.ts';
import type { Problem } from '../rule.ts';
import { isTemplate } from '../templates.ts';
import { dottedPage } from './dottedPage.ts';
import { leadsSomewhere } from './leadsSomewhere.ts';
import { ownHostPath } from './ownHostPath.ts';
import { holdsPlaceholder } from './placeholders.ts';
import { siblingOf } from './siblingOf.ts';
import { isSystemFile } from './systemRoutes.ts';

/** What is wrong with a link. `code` is that of the one rule that reports it. */
export type Diagnosis =
  /** No page is at `target`; `refused` are files that would be it, were they imported. */
  | { readonly code: 'link/missing-page'; readonly target: PageAddress; readonly refused: Page | undefined }
  | { readonly code: 'link/case'; readonly meant: Page }
  | { readonly code: 'link/wrong-locale'; readonly target: PageAddress; readonly meant: readonly Page[] }
  | { readonly code: 'link/sibling'; readonly target: PageAddress; readonly meant: Page }
  | { readonly code: 'link/folder-without-page'; readonly target: PageAddress }
  | { readonly code: 'link/missing-asset'; readonly asset: string }
  | { readonly code: 'link/missing-anchor'; readonly on: Page; readonly fragment: string }
  | { readonly code: 'link/unpublished-target'; readonly on: Page }
  | { readonly code: 'link/extension'; readonly on: Page }
  /** The dots of a page's file are not in its address (`isDead`), or the URL of a page that it opens has one too many. */
  | { readonly code: 'link/dotted'; readonly on: Page; readonly isDead: boolean }
  | { readonly code: 'link/placeholder' }
  | { readonly code: 'link/unsafe' }
  | { readonly code: 'link/empty' }
  | { readonly code: 'link/own-host'; readonly path: string; readonly on: Page | undefined };

const everyKind: readonly LinkKind[] = [
  'internal-valid',
  'internal-invalid',
  'internal-unresolved',
  'asset',
  'system',
  'external',
  'anchor',
  'unclassified',
];

/** The kinds of links that each rule can be about: the others need no diagnosis when that rule asks. */
const kindsOf: Readonly<Record<Diagnosis['code'], readonly LinkKind[]>> = {
  'link/missing-page': ['internal-invalid', 'asset'],
  'link/case': ['internal-invalid', 'asset'],
  'link/wrong-locale': ['internal-invalid', 'asset'],
  'link/sibling': ['internal-invalid', 'asset'],
  'link/folder-without-page': ['internal-invalid', 'asset'],
  'link/missing-asset': ['asset'],
  'link/missing-anchor': ['internal-valid', 'anchor', 'asset'],
  'link/unpublished-target': ['internal-valid', 'asset'],
  'link/extension': ['asset'],
  'link/dotted': ['internal-invalid', 'asset'],
  'link/placeholder': everyKind,
  'link/unsafe': everyKind,
  'link/empty': ['no-href'],
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

/** Where a problem of a link is shown: its href, or the whole link where the href stands elsewhere, or is empty. */
export function placeOfLink({ link }: ResolvedLink): OffsetRange {
  return link.form === 'reference' || link.href === '' ? link.range : link.hrefRange;
}

function hasCode<Code extends Diagnosis['code']>(
  diagnosis: Diagnosis | undefined,
  code: Code,
): diagnosis is Extract<Diagnosis, { code: Code }> {
  return diagnosis?.code === code;
}

/** What is wrong with a link by Wiki.js's rules (rules reference (c) and (d)); undefined if nothing is. */
function diagnose(link: ResolvedLink, wiki: Wiki): Diagnosis | undefined {
  if (isUnsafe(link)) return { code: 'link/unsafe' };
  if (isLeftOver(link, wiki)) return { code: 'link/placeholder' };
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
    case 'no-href':
      // `[](){#id}` is a place to link to, and an `<a>` without an href is one too.
      return link.link.href === '' && link.link.text !== '' ? { code: 'link/empty' } : undefined;
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
  const dotted = dottedPage(target.path, [target.locale], wiki);
  if (dotted !== undefined) return { code: 'link/dotted', on: dotted, isDead: true };
  if (wiki.isFolder(target)) return { code: 'link/folder-without-page', target };
  return { code: 'link/missing-page', target, refused: undefined };
}

function livePage(link: ResolvedLink, wiki: Wiki): Diagnosis | undefined {
  const on = link.target === undefined ? undefined : wiki.pageAt(link.target);
  return (on === undefined ? undefined : badPlace(link, on, wiki)) ?? ownHost(link, wiki);
}

/** A link with a dot in it: to a file, or to a page by way of the browser. */
function asset(link: ResolvedLink, wiki: Wiki): Diagnosis | undefined {
  const { target, asset: file } = link;
  if (target !== undefined) {
    const on = wiki.pageAt(target);
    if (on === undefined) return deadPage(link, target, wiki);
    return badPlace(link, on, wiki) ?? ownHost(link, wiki) ?? extension(link, on) ?? dotted(link, on, wiki);
  }
  if (file === undefined || isSystemFile(file)) return undefined;
  if (wiki.hasAsset(file)) return ownHost(link, wiki);
  const meant = dottedPage(file, [link.page.address.locale, wiki.settings.site.locale], wiki);
  return meant === undefined
    ? { code: 'link/missing-asset', asset: file }
    : { code: 'link/dotted', on: meant, isDead: true };
}

/** A page that the link opens, though Wiki.js takes it for a file because of a dot elsewhere than in the file's extension. */
function dotted({ link }: ResolvedLink, on: Page, wiki: Wiki): Diagnosis | undefined {
  // The dot of the host: the path alone has none.
  const isOfHost = !(ownHostPath(link.url, wiki.settings.site.host) ?? link.url ?? '').includes('.');
  return isOfHost ? undefined : { code: 'link/dotted', on, isDead: false };
}

/** The sanitiser has taken the address away, or Wiki.js has made a path of a script. */
function isUnsafe({ link, kind }: ResolvedLink): boolean {
  if (kind === 'no-href') return false;
  return link.isHrefDeleted === true || /^\s*(javascript|vbscript|data|file):/i.test(link.url ?? '');
}

/** A placeholder of a template was not filled in. */
function isLeftOver({ link, page }: ResolvedLink, wiki: Wiki): boolean {
  return (holdsPlaceholder(link.href) || holdsPlaceholder(link.text)) && !isTemplate(page, wiki);
}

function badPlace(link: ResolvedLink, on: Page, wiki: Wiki): Diagnosis | undefined {
  return deadAnchor(link, on, wiki) ?? (on.isPublished ? undefined : { code: 'link/unpublished-target', on });
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
