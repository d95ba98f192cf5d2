import { createPage } from '../../edits/createPage.ts';
import { planOf } from '../../edits/plan.ts';
import type { ResolvedLink } from '../../index/wiki.ts';
import { urlOfAddress } from '../../wiki/pageUrl.ts';
import { firstLine } from '../frontmatter/entries.ts';
import type { Rule } from '../rule.ts';
import { severityInTemplate } from '../templates.ts';
import { linkOf, linksWith, placeOfLink } from './diagnosis.ts';
import { likelyPages } from './likelyPages.ts';
import { linkToPage, withoutLink } from './linkFixes.ts';
import { isSystemRoute } from './systemRoutes.ts';

export const missingPage: Rule = {
  code: 'link/missing-page',
  severity: 'error',
  summary: 'The link leads to a page that does not exist.',
  explanation: `Wiki.js shows such a link in red, and a click on it says that the page does not exist.
A relative link leads *below* its own page: \`setup\` on the page \`/guide\` is \`/guide/setup\`.
A page that Wiki.js refuses to import is none either; the message says why it is refused.

In the folder of page templates (\`templates\` in \`.aux-wiki.yml\`) a placeholder such as \`[FILL_IN]\` is information only.`,
  example: {
    wrong: '--- /home.md\n---\ntitle: Home\n---\n\nSee [the rules of the pond](/community/rules).\n',
    right: `--- /home.md
---
title: Home
---

See [the rules of the pond](/community/rules).
--- /community/rules.md
---
title: Rules
---

No splashing.
`,
  },
  check(page, wiki, report) {
    for (const { link, target, refused } of linksWith('link/missing-page', page, wiki)) {
      const path = urlOfAddress(target, wiki.settings.site);
      const finding = { range: placeOfLink(link), target: path };
      const why = refused?.importError?.message;
      if (isSystemRoute(target.path)) {
        const message = `${path} is a part of Wiki.js, no page: the link works, and is shown as broken.`;
        report({ ...finding, severity: 'information', message });
      } else if (refused !== undefined) {
        const message = `${path} is no page, because Wiki.js does not import ${refused.file}: ${why ?? 'it is refused'}`;
        const related = [{ file: refused.file, range: firstLine(refused), message: 'The file that is not imported' }];
        report({ ...finding, message, related });
      } else {
        const severity = severityInTemplate(page, wiki, link.link.href);
        report({ ...finding, severity, message: `There is no page ${path}${hintOf(link)}.` });
      }
    }
  },
  fixes(problem, context) {
    const found = linkOf('link/missing-page', problem, context.page, context.wiki);
    if (found === undefined) return [];
    const { link, target, refused } = found;
    const creation = refused === undefined ? createPage(context.wiki, target, context.now) : undefined;
    const create =
      creation === undefined ? [] : [{ title: `Create the page ${problem.target}`, plan: planOf(creation) }];
    const near = likelyPages(link, target, context.wiki).map((page) => linkToPage(link, page, context));
    return [...create, ...near, ...withoutLink(link, context)].map((fix, index) => ({
      ...fix,
      preferred: index === 0,
    }));
  },
};

/** Why a link that its author thinks right leads nowhere. */
function hintOf(link: ResolvedLink): string {
  const isBelow = link.kind === 'internal-invalid' && !/^(\/|[a-z]+:)/i.test(link.link.href ?? '/');
  return isBelow && link.page.address.path !== 'home' ? ': a relative link leads below its own page' : '';
}
