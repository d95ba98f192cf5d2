import type { ResolvedLink, Wiki } from '../index/wiki.ts';
import { code } from './markdownText.ts';

/** Why a link leads where it does, as far as its text does not say so, in sentences (rules reference (d)). */
export function reasonsOf(wiki: Wiki, link: ResolvedLink): string[] {
  const { kind, resolved, target, page } = link;
  const { url } = link.link;
  const { site, rendering } = wiki.settings;
  if (url === undefined) return [];
  if (link.link.isHrefDeleted) return ["Wiki.js's sanitiser takes this address away, so the link leads nowhere."];
  const isOwnHost = site.host !== '' && url.startsWith(`${site.host}/`);
  const reasons = isOwnHost ? [`Wiki.js takes its own host away: ${code(url.slice(site.host.length))} is left.`] : [];
  const path = isOwnHost ? url.slice(site.host.length) : url;
  if (kind === 'asset') {
    if (target === undefined) return [...reasons, 'It contains a dot, so Wiki.js takes it for a file.'];
    const because = /\.(?:md|html|txt)(?:[?#]|$)/.test(path) ? ', as it drops the extension' : '';
    reasons.push(
      `It contains a dot, so Wiki.js takes it for a file and does not check it; the site opens the page all the same${because}.`,
    );
    if (!path.startsWith('/')) reasons.push('The browser reads it as beside this page, not below it.');
    return reasons;
  }
  if (kind !== 'internal-valid' && kind !== 'internal-invalid') return reasons;
  if (resolved === undefined || resolved === path) return reasons;
  if (path.startsWith('/')) reasons.push(`Wiki.js puts the page's locale before it: ${code(resolved)}.`);
  else if (page.address.path === 'home' || rendering.htmlCore?.absoluteLinks === true)
    reasons.push(`Wiki.js reads it from the root: ${code(resolved)}.`);
  else reasons.push(`It has no slash at its beginning, so Wiki.js looks for it below this page: ${code(resolved)}.`);
  return reasons;
}
