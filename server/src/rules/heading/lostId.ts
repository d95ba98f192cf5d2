import { planOf } from '../../edits/plan.ts';
import type { Wiki } from '../../index/wiki.ts';
import type { Heading, Page } from '../../page/page.ts';
import { isMeantForFrontmatter } from '../hazards.ts';
import type { Rule } from '../rule.ts';
import { changeHeadingId } from './ownId.ts';

export const lostId: Rule = {
  code: 'heading/lost-id',
  severity: 'warning',
  summary: 'A heading has no id on the site, so that nothing can lead to it.',
  explanation: `Wiki.js makes a heading's id of its text, and its sanitiser then deletes ids that are names of things in a browser:
\`links\`, \`title\`, \`images\`, \`plugins\`, \`name\`, \`style\`, \`forms\`, \`location\` and some three hundred more. The entry of such a
heading in the table of contents leads nowhere, and so does every link to it. A heading of nothing but signs has an
empty id.

An id of its own, \`{#links-section}\`, mends both.`,
  example: {
    wrong: '--- /water.md\n---\ntitle: Water\n---\n\n## Links\n\nMore elsewhere.\n',
    right: '--- /water.md\n---\ntitle: Water\n---\n\n## Links {#links-section}\n\nMore elsewhere.\n',
  },
  check(page, _wiki, report) {
    for (const { id, slug, text, textRange } of page.headings) {
      // A heading of no text at all, or of white space, is a space for its author, and one of emoji is not linked to.
      if (text === '' || isMeantForFrontmatter(page, textRange)) continue;
      if (id === null && slug !== '') {
        const message = `Wiki.js's sanitiser deletes the id '${slug}', so neither the table of contents nor a link leads to this heading.`;
        report({ range: textRange, message });
      } else if (slug === '') {
        const message = 'There is no letter in this heading to make an id of, so no link can lead to it.';
        report({ range: textRange, severity: 'information', message });
      }
    }
  },
  fixes({ range }, { page, text, wiki }) {
    const heading = page.headings.find(({ textRange }) => textRange.start === range.start);
    if (heading === undefined) return [];
    const id = freeId(heading, page, wiki);
    const change = changeHeadingId(page, text, heading, id);
    if (change === undefined) return [];
    // Else the next heading of this text would get the id that is free then, and lose it.
    const twins = page.headings.filter(
      (twin) => twin !== heading && twin.ownId === undefined && twin.text === heading.text,
    );
    const pinned = twins.map((twin) => changeHeadingId(page, text, twin, twin.slug));
    if (heading.ownId === undefined && pinned.includes(undefined)) return [];
    const changes = heading.ownId === undefined ? [change, ...pinned.filter((pin) => pin !== undefined)] : [change];
    return [{ title: `Give the heading the id '${id}'`, preferred: true, plan: planOf(...changes) }];
  },
};

function freeId({ slug }: Heading, page: Page, wiki: Wiki): string {
  const wanted = slug === '' ? 'section' : `${slug}-section`;
  for (let id = wanted, suffix = 2; ; id = `${wanted}-${suffix++}`) if (!wiki.hasAnchor(page, id)) return id;
}
