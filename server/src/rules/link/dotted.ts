import { changeUrl, referringLink } from '../../edits/linkEdits.ts';
import { planOf } from '../../edits/plan.ts';
import type { Page } from '../../page/page.ts';
import { urlOfAddress } from '../../wiki/pageUrl.ts';
import type { FixContext, Rule } from '../rule.ts';
import { type Diagnosed, linkOf, linksWith, placeOfLink } from './diagnosis.ts';
import { linkToPage } from './linkFixes.ts';

export const dotted: Rule = {
  code: 'link/dotted',
  severity: 'error',
  summary: 'Because of a dot, Wiki.js takes a link to a page for one to a file.',
  explanation: `A dot anywhere in a link makes it one to a file for Wiki.js. \`/releases/v1.2\` does not find the page of \`releases/v1.2.md\`,
whose address has no dots: \`/releases/v12\`.

\`../water\`, \`./tank\` and \`/water#flow-2.0\` do open the page, because the browser resolves them. But Wiki.js does not follow
what becomes of that page, never shows the link as broken and does not count it among the links to the page. This is
information only.`,
  example: {
    wrong:
      '--- /home.md\n---\ntitle: Home\n---\n\n[Version 1.2](/releases/v1.2)\n--- /releases/v12.md\n---\ntitle: Version 1.2\n---\n\nA better filter.\n',
    right:
      '--- /home.md\n---\ntitle: Home\n---\n\n[Version 1.2](/releases/v12)\n--- /releases/v12.md\n---\ntitle: Version 1.2\n---\n\nA better filter.\n',
  },
  check(page, wiki, report) {
    for (const { link, on, isDead } of linksWith('link/dotted', page, wiki)) {
      const path = urlOfAddress(on.address, wiki.settings.site);
      report({
        range: placeOfLink(link),
        target: path,
        severity: isDead ? undefined : 'information',
        message: isDead
          ? `This leads nowhere: Wiki.js drops the dots from the paths of pages, and the page is ${path}.`
          : `This opens ${path}, but because of a dot Wiki.js takes it for a link to a file and does not keep track of it.`,
      });
    }
  },
  fixes(problem, context) {
    const found = linkOf('link/dotted', problem, context.page, context.wiki);
    if (found === undefined) return [];
    const { link, on, isDead } = found;
    const [path = '', suffix = ''] = splitSuffix(link.link.url ?? '');
    if (isDead) return [linkToPage(link, on, context, { preferred: true })];
    if (!suffix.includes('.')) return [linkToPage(link, on, context, { preferred: true, safe: true })];
    return path === '' ? [] : [withEncodedDots(found, on, suffix, context)];
  },
};

/** Browsers read `%2E` as a dot, and Wiki.js does not. */
function withEncodedDots(
  { link }: Diagnosed<'link/dotted'>,
  on: Page,
  suffix: string,
  { page, wiki, text }: FixContext,
) {
  const url = `${urlOfAddress(on.address, wiki.settings.site)}${suffix.replaceAll('.', '%2E')}`;
  const change = changeUrl(page.file, text, referringLink(link.link), url, link.link.text);
  return { title: `Write ${url}`, preferred: true, plan: planOf(change) };
}

/** A URL's path, and its query and fragment. */
function splitSuffix(url: string): [string, string] {
  const at = url.search(/[?#]/);
  return at < 0 ? [url, ''] : [url.slice(0, at), url.slice(at)];
}
