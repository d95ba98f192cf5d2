import type { Wiki } from '../index/wiki.ts';
import { addressKey, type PageAddress } from '../wiki/address.ts';
import { newPageText } from '../wiki/newPage.ts';
import { addressOfFile, fileOfAddress } from '../wiki/pageFile.ts';
import { illegalPathReason, isReservedPath } from '../wiki/pagePath.ts';
import { addressOfUrl, urlOfAddress } from '../wiki/pageUrl.ts';
import { titleOfPath } from './pageTitle.ts';
import type { FileCreation } from './plan.ts';

/**
 * The creation of a Markdown page at an address, with frontmatter and a first heading; undefined where Wiki.js would not
 * import such a file, would take it for another page, or could not open it by its URL (rules reference (a), (c)).
 */
export function createPage(wiki: Wiki, address: PageAddress, now: Date): FileCreation | undefined {
  const { site } = wiki.settings;
  const { path } = address;
  if (isReservedPath(path) || illegalPathReason(path) !== undefined || /[[\](){}<>:*?"|%#]|^-|\/-/.test(path))
    return undefined;
  const file = fileOfAddress(address, 'markdown', site);
  const isReadBack = addressKey(addressOfFile(file, site.locale)) === addressKey(address);
  const isReachable = addressKey(addressOfUrl(urlOfAddress(address, site), site.locale)) === addressKey(address);
  if (!isReadBack || !isReachable || wiki.files.has(file)) return undefined;
  const title = titleOfPath(path);
  return { kind: 'create', file, text: newPageText({ title, description: '', tags: [], now, body: `# ${title}\n` }) };
}
