import { urlOfAddress } from '../../wiki/pageUrl.ts';
import { firstLine } from '../frontmatter/entries.ts';
import type { Rule } from '../rule.ts';
import { linkOf, linksWith, placeOfLink } from './diagnosis.ts';
import { withoutLink } from './linkFixes.ts';

export const unpublishedTarget: Rule = {
  code: 'link/unpublished-target',
  severity: 'information',
  summary: 'The page that the link leads to is not published.',
  explanation: `A page with \`isPublished: false\` is imported as not published: only people who may edit it see it, everybody else is told
that they are not allowed to. Wiki.js shows a link to it like any other.

\`published: false\`, which Wiki.js writes, is ignored on import and does not count here.`,
  example: {
    wrong:
      '--- /home.md\n---\ntitle: Home\n---\n\n[Water](/water)\n--- /water.md\n---\ntitle: Water\nisPublished: false\n---\n\nCool.\n',
    right:
      '--- /home.md\n---\ntitle: Home\n---\n\n[Water](/water)\n--- /water.md\n---\ntitle: Water\nisPublished: true\n---\n\nCool.\n',
  },
  check(page, wiki, report) {
    for (const { link, on } of linksWith('link/unpublished-target', page, wiki)) {
      const path = urlOfAddress(on.address, wiki.settings.site);
      report({
        range: placeOfLink(link),
        target: path,
        message: `${path} is imported as not published: readers who may not edit it are not let in.`,
        related: [{ file: on.file, range: firstLine(on), message: 'The page that is not published' }],
      });
    }
  },
  fixes(problem, context) {
    const found = linkOf('link/unpublished-target', problem, context.page, context.wiki);
    return found === undefined ? [] : withoutLink(found.link, context).map((fix) => ({ ...fix, preferred: true }));
  },
};
