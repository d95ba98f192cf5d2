import { urlOfAsset } from '../../edits/destination.ts';
import { changePath, changeUrl, referringLink } from '../../edits/linkEdits.ts';
import { planOf } from '../../edits/plan.ts';
import type { ResolvedLink } from '../../index/wiki.ts';
import { likelyAssets } from '../assets.ts';
import type { Fix, FixContext, Rule } from '../rule.ts';
import { severityInTemplate } from '../templates.ts';
import { linkOf, linksWith, placeOfLink } from './diagnosis.ts';
import { withoutLink } from './linkFixes.ts';

export const missingAsset: Rule = {
  code: 'link/missing-asset',
  severity: 'error',
  summary: 'The link leads to a file that does not exist.',
  explanation: `A link with a dot in it is one to a file for Wiki.js, and there is no such file in the wiki: the site answers "not
found". Letter case counts, and a top folder of one or two letters is never reached, since Wiki.js takes it for a
part of its own or for a locale.`,
  example: {
    wrong:
      '--- /home.md\n---\ntitle: Home\n---\n\n[Our statutes](/files/statutes.pdf)\n--- /documents/statutes.pdf\nfile\n',
    right:
      '--- /home.md\n---\ntitle: Home\n---\n\n[Our statutes](/documents/statutes.pdf)\n--- /documents/statutes.pdf\nfile\n',
  },
  check(page, wiki, report) {
    for (const { link, asset } of linksWith('link/missing-asset', page, wiki)) {
      report({
        range: placeOfLink(link),
        severity: severityInTemplate(page, wiki, link.link.href),
        target: `/${asset}`,
        message: `There is no file ${asset} in the wiki.`,
      });
    }
  },
  fixes(problem, context) {
    const found = linkOf('link/missing-asset', problem, context.page, context.wiki);
    if (found === undefined) return [];
    const { link, asset } = found;
    const { page, wiki, text } = context;
    const files = likelyAssets(asset, page.address, wiki).map((file): Fix => {
      const change = changePath(page.file, text, referringLink(link.link), urlOfAsset(file), link.link.text);
      return { title: `Link to ${urlOfAsset(file)}`, plan: planOf(change) };
    });
    const fixes = [...withScheme(link, context), ...files, ...withoutLink(link, context)];
    return fixes.map((fix, index) => ({ ...fix, preferred: index === 0 }));
  },
};

/** A link such as `example.com/x`, whose author forgot the scheme. */
function withScheme({ link }: ResolvedLink, { page, text }: FixContext): Fix[] {
  const { href = '' } = link;
  if (!/^(www\.|[a-z0-9-]+(\.[a-z0-9-]+)*\.(com|org|net|io|dev|gg|me|info|eu|co)(\/|$))/i.test(href)) return [];
  const url = `https://${href}`;
  return [{ title: `Link to ${url}`, plan: planOf(changeUrl(page.file, text, referringLink(link), url, link.text)) }];
}
