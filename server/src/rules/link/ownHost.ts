import { changeUrl, referringLink } from '../../edits/linkEdits.ts';
import { planOf } from '../../edits/plan.ts';
import type { Rule } from '../rule.ts';
import { linkOf, linksWith, placeOfLink } from './diagnosis.ts';

export const ownHost: Rule = {
  code: 'link/own-host',
  severity: 'information',
  summary: "A link to the wiki's own site is written as a full URL.",
  explanation: `The path alone is enough, works on a copy of the site under another name, and is what Wiki.js itself makes of such a
link. If only the scheme or the letter case differs from the site's URL, Wiki.js takes the link for one to another site.
Needs \`site.host\` in \`.aux-wiki.yml\`.`,
  example: {
    wrong:
      '--- /.aux-wiki.yml\nsite:\n  host: https://pond.example.org\n--- /home.md\n---\ntitle: Home\n---\n\n[Water](https://pond.example.org/water)\n--- /water.md\n---\ntitle: Water\n---\n\nCool.\n',
    right:
      '--- /.aux-wiki.yml\nsite:\n  host: https://pond.example.org\n--- /home.md\n---\ntitle: Home\n---\n\n[Water](/water)\n--- /water.md\n---\ntitle: Water\n---\n\nCool.\n',
  },
  check(page, wiki, report) {
    for (const { link, path } of linksWith('link/own-host', page, wiki)) {
      const message =
        link.kind === 'external'
          ? `This is the wiki's own site, but Wiki.js takes it for another. Write ${path}.`
          : `This is the wiki's own site: ${path} is enough.`;
      report({ range: placeOfLink(link), target: path, message });
    }
  },
  fixes(problem, context) {
    const { page, wiki, text } = context;
    const found = linkOf('link/own-host', problem, page, wiki);
    if (found === undefined) return [];
    const { link, path, on } = found;
    const change = changeUrl(page.file, text, referringLink(link.link), path, on?.title ?? path);
    return [{ title: `Write ${path}`, preferred: true, safe: link.kind !== 'external', plan: planOf(change) }];
  },
};
