import { fitsTree } from '../../edits/fitsTree.ts';
import { isShownTheSame } from '../../edits/isShownTheSame.ts';
import type { MarkdownTools } from '../../edits/markdownTools.ts';
import type { TextChange } from '../../edits/plan.ts';
import type { PlanOrReason } from '../../edits/renameHeading.ts';
import { extractSection } from '../../edits/structure/extractSection.ts';
import { tableOfContents } from '../../edits/structure/tableOfContents.ts';
import type { StructuralEditName } from '../../protocol.ts';
import { fileOfAddress } from '../../wiki/pageFile.ts';
import { slugOf } from '../../wiki/slug.ts';
import type { PageContext } from '../context.ts';
import { newPage } from '../newPage.ts';
import { normalizeLinks } from './normalizeLinks.ts';

export interface StructuralContext extends PageContext {
  readonly now: Date;
  /** Loads what needs remark. */
  markdownTools(): Promise<MarkdownTools>;
}

export interface StructuralOptions {
  /** For the page that a section becomes; without it a free one is taken. */
  readonly path?: string;
  /** Whether nobody has asked for this very edit, as when a page is saved: then only what bears our marks is brought up to date. */
  readonly isAutomatic?: boolean;
}

/**
 * Plans an edit that takes the structure of a page: its blocks, or the links of the whole wiki.
 *
 * @param offset of the cursor, in UTF-16 units
 */
export async function structuralEdit(
  context: StructuralContext,
  name: StructuralEditName,
  offset: number,
  { path, isAutomatic = false }: StructuralOptions = {},
): Promise<PlanOrReason> {
  const { page, text } = context;
  if (name === 'normalizeAllLinks') return await normalizeAllLinks(context);
  if (name === 'normalizeLinks')
    return planOfLinks(normalizeLinks(context), 'Every link of this page that leads somewhere is in its best form.');
  if (page.contentType !== 'markdown' || page.renderedAs !== 'markdown')
    return { reason: 'This works on pages of Markdown only.' };
  if (!fitsTree(text))
    return { reason: 'The page is too large, or holds too many marks, to be edited by its structure.' };
  const tools = await context.markdownTools();
  const source = { text, contentStart: page.contentStart };
  switch (name) {
    case 'tableOfContents': {
      const place = tools.contentsPlace(source, offset);
      if (isAutomatic && place?.kind !== 'between') return { reason: 'The page has no table of contents of ours.' };
      return place === undefined
        ? { reason: 'The page has no headings to be listed.' }
        : tableOfContents(page, text, place);
    }
    case 'formatTable':
      return formatTable(context, tools.formatTable(source, offset));
    case 'extractSection':
      return extract(context, tools, offset, path);
  }
}

/** The path that the section at an offset gets if nobody says another: below this page, by its heading. */
export async function proposedPath(context: StructuralContext, offset: number): Promise<string | undefined> {
  const { page, text } = context;
  if (!fitsTree(text)) return undefined;
  const tools = await context.markdownTools();
  const section = tools.sectionAt({ text, contentStart: page.contentStart }, offset);
  const heading = section && page.headings.find(({ range }) => range.start === section.range.start);
  return heading && freePath(context, heading.text);
}

function formatTable(context: StructuralContext, changes: ReturnType<MarkdownTools['formatTable']>): PlanOrReason {
  if (changes === 'no-table') return { reason: 'The cursor is in no table.' };
  const { page, text, wiki } = context;
  const steps = changes === 'unfit' ? [] : changes.map((it) => ({ kind: 'change', file: page.file, ...it }) as const);
  if (changes === 'unfit' || !isShownTheSame(page, text, { steps }, wiki.settings))
    return { reason: 'This table would be another one on the site if it were formatted.' };
  return steps.length === 0 ? { reason: 'The table is formatted already.' } : { plan: { steps } };
}

function extract(
  context: StructuralContext,
  tools: MarkdownTools,
  offset: number,
  path: string | undefined,
): PlanOrReason {
  const { page, text, wiki, documents, now } = context;
  const section = tools.sectionAt({ text, contentStart: page.contentStart }, offset);
  const heading = section && page.headings.find(({ range }) => range.start === section.range.start);
  if (section === undefined || heading === undefined || heading.text === '')
    return { reason: 'The cursor is in no section: put it below a heading, outside of tabs.' };
  const others = text.slice(page.contentStart, section.range.start) + text.slice(section.range.end);
  if (others.trim() === '') return { reason: 'This section is the whole page: rename the page instead.' };
  const { locale } = page.address;
  const wanted = (path ?? freePath(context, heading.text)).trim().replace(/^\/+|\/+$/g, '');
  const checked = newPage({ wiki, documents, now }, { root: '', locale, path: wanted, title: heading.text });
  if (checked.kind === 'refused') return { reason: `${checked.reason}.` };
  if (wiki.hasAsset(fileOfAddress({ locale, path: wanted }, 'markdown', wiki.settings.site)))
    return { reason: 'There is already a file there.' };
  return extractSection(wiki, page, text, { section, address: { locale, path: wanted }, title: heading.text, now });
}

function freePath({ wiki, page, documents, now }: StructuralContext, title: string): string {
  const folder = page.address.path === 'home' ? '' : `${page.address.path}/`;
  // A path that begins or ends with a hyphen, or is one letter long, is trouble.
  const name = slugOf(title).replace(/^[-_~]+|[-_~]+$/g, '');
  const base = folder + (name.length > 1 ? name : 'section');
  for (let number = 1; ; number++) {
    const path = number === 1 ? base : `${base}-${number}`;
    const checked = newPage({ wiki, documents, now }, { root: '', locale: page.address.locale, path, title });
    if (checked.kind === 'ok' ? checked.warnings.length === 0 : number > 99) return path;
    if (number > 99) return path;
  }
}

async function normalizeAllLinks(context: StructuralContext): Promise<PlanOrReason> {
  const { wiki, files, now } = context;
  const changes: TextChange[] = [];
  for (const page of wiki.files.values()) {
    const text = await files.textOf(page.file);
    if (text !== undefined) changes.push(...normalizeLinks({ page, wiki, text, now }));
  }
  return planOfLinks(changes, 'Every link of the wiki that leads somewhere is in its best form.');
}

function planOfLinks(changes: readonly TextChange[], nothing: string): PlanOrReason {
  return changes.length === 0 ? { reason: nothing } : { plan: { steps: changes } };
}
