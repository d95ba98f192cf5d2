import { changeUrl, referringLink } from '../../edits/linkEdits.ts';
import { planOf } from '../../edits/plan.ts';
import type { ResolvedLink } from '../../index/wiki.ts';
import type { Heading, Page } from '../../page/page.ts';
import { urlOfAddress } from '../../wiki/pageUrl.ts';
import { slugOf } from '../../wiki/slug.ts';
import { nearest, similarity } from '../nearest.ts';
import type { Fix, FixContext, Rule } from '../rule.ts';
import { severityInTemplate } from '../templates.ts';
import { linkOf, linksWith, placeOfLink } from './diagnosis.ts';

export const missingAnchor: Rule = {
  code: 'link/missing-anchor',
  severity: 'warning',
  summary: 'The page has no heading or element of that id.',
  explanation: `The link opens the page at its top. Wiki.js makes the id of a heading in its own way, which is not GitHub's: one hyphen
for any run of spaces and hyphens, no dots, \`h-\` before a digit, everything in small letters; \`{#id}\` behind a heading
sets another.

Some ids do not survive: the sanitiser deletes those that are names of things in a browser, such as \`links\`, \`title\` or
\`images\`, and no link can reach such a heading unless it gets an id of its own.`,
  example: {
    wrong: '--- /water.md\n---\ntitle: Water\n---\n\nSee [below](#2.0-changes).\n\n# 2.0 Changes\n',
    right: '--- /water.md\n---\ntitle: Water\n---\n\nSee [below](#h-20-changes).\n\n# 2.0 Changes\n',
  },
  check(page, wiki, report) {
    for (const { link, on, fragment } of linksWith('link/missing-anchor', page, wiki)) {
      const deleted = deletedHeading(on, fragment);
      const where = on.file === page.file ? 'This page' : `The page ${urlOfAddress(on.address, wiki.settings.site)}`;
      report({
        range: placeOfLink(link),
        severity: severityInTemplate(page, wiki, link.link.href),
        target: `#${fragment}`,
        message:
          deleted === undefined
            ? `${where} has no heading or element with the id '${fragment}'.`
            : `Wiki.js's sanitiser deletes the id '${fragment}', so no link can reach this heading. Give it another id.`,
        related: deleted && [{ file: on.file, range: deleted.range, message: 'The heading that loses its id' }],
      });
    }
  },
  fixes(problem, context) {
    const found = linkOf('link/missing-anchor', problem, context.page, context.wiki);
    if (found === undefined) return [];
    const { link, on, fragment } = found;
    const deleted = deletedHeading(on, fragment);
    const own = deleted === undefined ? [] : ownId(link, on, deleted, context);
    const near = nearest(reachable(on), (heading) => likeness(heading, fragment, link.link.text), {
      least: 0.5,
      count: 3,
    });
    const fixes = [...own, ...near.map((heading) => linkToHeading(link, heading, context))];
    return fixes.map((fix, index) => ({ ...fix, preferred: index === 0 }));
  },
};

/** The heading that would have this id, had the sanitiser not deleted it. */
function deletedHeading(on: Page, fragment: string): Heading | undefined {
  return on.headings.find(({ id, slug }) => id === null && slug === fragment);
}

function reachable(on: Page): readonly (Heading & { readonly id: string })[] {
  return on.headings.flatMap((heading) =>
    heading.id === null || heading.id === '' ? [] : { ...heading, id: heading.id },
  );
}

function likeness({ id, text }: Heading, fragment: string, linkText: string): number {
  const wanted = slugOf(fragment);
  const heading = slugOf(text);
  return Math.max(
    similarity(id ?? '', fragment),
    similarity(heading, wanted),
    // The link's text says what is meant, but as often it is "here" or "below".
    0.9 * similarity(heading, slugOf(linkText)),
  );
}

function linkToHeading(link: ResolvedLink, heading: Heading & { readonly id: string }, context: FixContext): Fix {
  const { page, text } = context;
  const change = changeUrl(page.file, text, referringLink(link.link), withFragment(link, heading.id), link.link.text);
  return { title: `Link to #${heading.id} (${heading.text})`, plan: planOf(change) };
}

/** Gives the heading an id that the sanitiser leaves alone, and points the link at it. */
function ownId(link: ResolvedLink, on: Page, heading: Heading, { page, text, wiki }: FixContext): Fix[] {
  const id = `${heading.slug}-section`;
  if (on.renderedAs !== 'markdown' || wiki.hasAnchor(on, id)) return [];
  const end = heading.textRange.end;
  return [
    {
      title: `Give the heading the id '${id}', and link to it`,
      plan: planOf(
        { kind: 'change', file: on.file, range: { start: end, end }, newText: ` {#${id}}` },
        changeUrl(page.file, text, referringLink(link.link), withFragment(link, id), link.link.text),
      ),
    },
  ];
}

/** The link's URL as it was written, with another fragment. */
function withFragment({ link }: ResolvedLink, id: string): string {
  const { href = '', url = '' } = link;
  const source = /[&\\]/.test(href) ? url : href;
  return `${source.split('#')[0]}#${id.replace(/[%\s"<>\\^`{|}]/g, encodeURIComponent)}`;
}
