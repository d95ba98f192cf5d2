import { planOf } from '../../edits/plan.ts';
import type { Fix, FixContext, Problem, Rule } from '../rule.ts';
import { linkOf, linksWith, placeOfLink } from './diagnosis.ts';
import { withoutLink } from './linkFixes.ts';

export const unsafeLink: Rule = {
  code: 'link/unsafe',
  severity: 'warning',
  summary: 'Wiki.js does not let the address of the link through.',
  explanation: `Wiki.js's sanitiser keeps addresses that begin with \`http:\`, \`https:\`, \`ftp:\`, \`mailto:\`, \`tel:\`, \`sms:\`, \`xmpp:\`,
\`matrix:\` and a few more, and takes every other from its link, which then leads nowhere: \`irc:\`, \`magnet:\`, \`data:\`.
\`javascript:\` runs nothing: the link step makes a path of it, to a page that does not exist. In Markdown such a link
is no link at all, but text in brackets.`,
  example: {
    wrong: '--- /home.md\n---\ntitle: Home\n---\n\nJoin [the channel](irc://irc.example.org/newts).\n',
    right: '--- /home.md\n---\ntitle: Home\n---\n\nJoin [the channel](https://web.example.org/newts).\n',
  },
  check(page, wiki, report) {
    for (const { link } of linksWith('link/unsafe', page, wiki)) {
      const scheme = /^\s*([a-z][a-z0-9+.-]*:)/i.exec(link.link.url ?? '')?.[1];
      const what = scheme === undefined ? 'this address' : `addresses with ${scheme}`;
      report({
        range: placeOfLink(link),
        message: `Wiki.js does not let ${what} through, so that this link leads nowhere.`,
      });
    }
    for (const { scheme, range } of page.looseEnds.refusedLinks) {
      report({ range, message: `Wiki.js makes no link of this, because its address begins with ${scheme}` });
    }
  },
  fixes(problem, context) {
    const found = linkOf('link/unsafe', problem, context.page, context.wiki);
    if (found === undefined) return textAlone(problem, context);
    return withoutLink(found.link, context).map((fix) => ({ ...fix, preferred: true }));
  },
};

/** Takes the brackets and the address away from a link that is none. */
function textAlone({ range }: Problem, { page, text }: FixContext): Fix[] {
  const refused = page.looseEnds.refusedLinks.find((link) => link.range.start === range.start);
  const end = text.slice(range.start, range.end).lastIndexOf('](');
  if (refused === undefined || end < 0) return [];
  const newText = text.slice(range.start + 1, range.start + end);
  const plan = planOf({ kind: 'change', file: page.file, range: refused.range, newText });
  return [{ title: 'Remove the link, keep its text', preferred: true, plan }];
}
