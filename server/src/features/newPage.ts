import { titleOfPath } from '../edits/pageTitle.ts';
import type { Wiki } from '../index/wiki.ts';
import type { NewPageParams, NewPageResult } from '../protocol.ts';
import { addressKey, type PageAddress } from '../wiki/address.ts';
import { newPageText } from '../wiki/newPage.ts';
import { addressOfFile, fileOfAddress, storedAddress } from '../wiki/pageFile.ts';
import { illegalPathReason, isLocaleSegment, isReservedPath } from '../wiki/pagePath.ts';
import { addressOfUrl, urlOfAddress } from '../wiki/pageUrl.ts';
import type { WikiDocuments } from './context.ts';
import { illegalPathReasons } from './illegalPath.ts';
import { titlePlace } from './titlePlace.ts';

export interface NewPageContext {
  readonly wiki: Wiki;
  readonly documents: WikiDocuments;
  readonly now: Date;
}

/** Checks the path of a page that is to be made (rules reference (a), (c)), and gives its file and text. Writes nothing. */
export function newPage({ wiki, documents, now }: NewPageContext, params: NewPageParams): NewPageResult {
  const { site } = wiki.settings;
  const path = params.path.trim().replace(/^\/+|\/+$/g, '');
  if (path === '') return { kind: 'refused', reason: 'A page needs a path' };
  const reason = illegalPathReason(path);
  if (reason !== undefined) return { kind: 'refused', reason: illegalPathReasons[reason] };

  const address = addressOf(path, params.locale, site.locale);
  const file = fileOfAddress(address, 'markdown', site);
  const imported = storedAddress(addressOfFile(file, site.locale));
  if (addressKey(imported) !== addressKey(address))
    return {
      kind: 'refused',
      reason: `Wiki.js would read ${file} as /${imported.path} in the locale "${imported.locale}"`,
    };
  const [taken] = wiki.filesAt(address);
  if (taken !== undefined) return { kind: 'refused', reason: `There is already a page there: ${taken.file}` };

  const title = params.title?.trim() || titleOfPath(path);
  const text = newPageText({ title, description: '', tags: [], now, body: `# ${title}\n` });
  return {
    kind: 'ok',
    uri: documents.uriOf(file),
    text,
    title: titlePlace(text),
    warnings: warningsOf(wiki, address, path),
  };
}

/** A path may begin with its locale, as it does in a URL. */
function addressOf(path: string, locale: string | undefined, siteLocale: string): PageAddress {
  if (locale !== undefined) return { locale, path };
  const slash = path.indexOf('/');
  const first = path.slice(0, Math.max(slash, 0));
  return isLocaleSegment(first) ? { locale: first, path: path.slice(slash + 1) } : { locale: siteLocale, path };
}

function warningsOf(wiki: Wiki, address: PageAddress, typedPath: string): string[] {
  const warnings: string[] = [];
  if (address.path !== typedPath)
    warnings.push(`Wiki.js takes "${address.locale}" for the locale: the page is /${address.path} there`);
  if (isReservedPath(address.path)) warnings.push('Wiki.js keeps this path for itself: the page may not be reachable');
  const url = urlOfAddress(address, wiki.settings.site);
  if (addressKey(addressOfUrl(url, wiki.settings.site.locale)) !== addressKey(address))
    warnings.push('Wiki.js cannot open this path by its URL, so links will not reach the page');
  for (const page of wiki.nearAddresses(address).otherCase)
    warnings.push(
      `${urlOfAddress(page.address, wiki.settings.site)} differs only in capital letters; Wiki.js keeps both`,
    );
  return warnings;
}
