import { planOf } from '../../edits/plan.ts';
import type { Heading, Page } from '../../page/page.ts';
import type { Finding, Rule } from '../rule.ts';
import { changeHeadingId } from './ownId.ts';

/** A heading whose id belongs to an earlier one. */
interface Twin {
  readonly heading: Heading;
  readonly first: Heading;
}

export const duplicate: Rule = {
  code: 'heading/duplicate',
  severity: 'warning',
  summary: 'Two headings ask for the same id.',
  explanation: `An id can be on a page only once. The first heading gets it, and Wiki.js gives the next one the same with \`-1\` behind it,
then \`-2\`: a link to the id leads to the first, and the ids of the others change when a heading is put in before them.

Two headings of the same text in the same section are told of as information; where they stand in different sections,
nobody is misled. An id in braces that the heading does not get is a warning.`,
  example: {
    wrong: '--- /water.md\n---\ntitle: Water\n---\n\n## Flow {#flow}\n\nStill.\n\n## Current {#flow}\n\nNone.\n',
    right: '--- /water.md\n---\ntitle: Water\n---\n\n## Flow {#flow}\n\nStill.\n\n## Current {#flow-1}\n\nNone.\n',
  },
  check(page, _wiki, report) {
    for (const twin of twinsOf(page)) report(findingOf(twin, page));
  },
  fixes({ range }, { page, text }) {
    const twin = twinsOf(page).find(({ heading }) => heading.textRange.start === range.start);
    if (twin === undefined) return [];
    const { heading } = twin;
    const change = changeHeadingId(page, text, heading, heading.slug);
    const title = `Write the id that it has: {#${heading.slug}}`;
    return change === undefined ? [] : [{ title, preferred: true, plan: planOf(change) }];
  },
};

function findingOf({ heading, first }: Twin, page: Page): Finding {
  const related = [{ file: page.file, range: first.range, message: 'The heading that has the id' }];
  const { textRange: range, slug, ownId } = heading;
  if (ownId !== undefined) {
    const message = `An earlier heading has the id '${ownId}', so Wiki.js gives this one '${slug}'.`;
    return { range, message, related };
  }
  const message = `This section has a heading of this text already. The id of this one is '${slug}', until another one comes before it.`;
  return { range, message, related, severity: 'information' };
}

function twinsOf({ headings }: Page): Twin[] {
  const twins: Twin[] = [];
  const bySlug = new Map<string, Heading>();
  /** The texts of the headings so far in each section that is open, by its level. */
  const sections: Map<string, Heading>[] = [];
  for (const heading of headings) {
    const { level, text, slug, ownId, isInTab } = heading;
    sections.length = Math.min(sections.length, level + 1);
    sections[level] ??= new Map();
    const section = sections[level];
    const first = ownId === undefined ? section.get(text) : bySlug.get(ownId);
    const isRenamed = ownId === undefined ? first?.ownId === undefined : slug !== ownId;
    // The headings of tabs, which part what stands in them, are none any more.
    const isInOneSection = ownId !== undefined || isInTab !== true;
    if (first !== undefined && isRenamed && isInOneSection && text !== '') twins.push({ heading, first });
    else section.set(text, heading);
    if (!bySlug.has(slug)) bySlug.set(slug, heading);
  }
  return twins;
}
