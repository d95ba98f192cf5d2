import type { Position, Range, WorkspaceEdit } from 'vscode-languageserver';
import { type MoveHazard, moveHazards } from '../edits/moveHazards.ts';
import type { EditPlan } from '../edits/plan.ts';
import type { ResolvedLink } from '../index/wiki.ts';
import { touches } from '../util/range.ts';
import type { PageContext } from './context.ts';
import { destinationOf, imageDestination } from './destination.ts';
import { offsetIn, rangeIn } from './positions.ts';
import { assetName, pathName } from './rename/fileName.ts';
import { fragmentName, headingName } from './rename/headingName.ts';
import { footnoteName, labelName } from './rename/labelName.ts';
import type { Renameable } from './rename/renameable.ts';
import { tagName } from './rename/tagName.ts';
import { symbolAt } from './symbolAt.ts';
import { workspaceEditOf } from './workspaceEdit.ts';

/** What of a client matters to a rename. */
export interface RenameOptions {
  /** Whether the client renames files when an edit says so. */
  readonly renamesFiles: boolean;
}

/** The edit of a rename, and what Wiki.js will not follow of it. */
export interface Renaming {
  readonly edit: WorkspaceEdit;
  readonly hazards: readonly MoveHazard[];
}

/** Where the thing under the cursor stands and what it is called; undefined if it has no name. */
export async function prepareRename(
  context: PageContext,
  position: Position,
): Promise<{ range: Range; placeholder: string } | undefined> {
  const found = await renameableAt(context, offsetIn(context.page, position));
  return found && { range: rangeIn(context.page, found.range), placeholder: found.name };
}

/**
 * Gives the thing under the cursor another name everywhere: a heading, a tag, a reference's or a footnote's label, the path
 * of a page (on a link to it, or in its own frontmatter) or of a file; or says why that cannot be.
 */
export async function rename(
  context: PageContext,
  position: Position,
  name: string,
  options: RenameOptions,
): Promise<Renaming | { readonly reason: string } | undefined> {
  const found = await renameableAt(context, offsetIn(context.page, position));
  if (found === undefined) return undefined;
  const result = await found.rename(name);
  if ('reason' in result) return result;
  const { plan } = result;
  if (!options.renamesFiles && plan.steps.some(({ kind }) => kind === 'rename'))
    return { reason: 'This editor renames no files for a language server. Rename the file in its list of files.' };
  const edit = workspaceEditOf(plan, context.wiki, context.documents);
  return edit && { edit, hazards: hazardsOf(context, plan) };
}

async function renameableAt(context: PageContext, offset: number): Promise<Renameable | undefined> {
  const { wiki, page, text } = context;
  const symbol = symbolAt(wiki, page, text, offset);
  switch (symbol?.kind) {
    case 'tag':
      return tagName(context, symbol.tag);
    case 'frontmatter': {
      const { keyRange, valueRange } = symbol.entry;
      return pathName(context, page, { start: keyRange.start, end: valueRange.end });
    }
    case 'label':
      return labelName(context, symbol.label);
    case 'footnote':
      return footnoteName(context, symbol);
    case 'image': {
      const { srcRange } = symbol.image.image;
      const destination = imageDestination(wiki, symbol.image);
      return destination.kind === 'asset' && touches(srcRange, offset)
        ? assetName(context, destination.file, srcRange)
        : undefined;
    }
    case 'link':
      if (touches(symbol.link.link.hrefRange, offset)) return onLink(context, symbol.link, offset);
      break;
    case 'heading':
      return headingName(context, symbol.heading, offset);
  }
  // A link's text may be a heading's.
  const heading = page.headings.find(({ range }) => touches(range, offset));
  return heading && headingName(context, heading, offset);
}

/** On a link's fragment the heading that it leads to is meant, before it the page or the file. */
async function onLink(context: PageContext, link: ResolvedLink, offset: number): Promise<Renameable | undefined> {
  const { hrefRange, href } = link.link;
  const destination = destinationOf(context.wiki, link);
  if (destination.kind === 'asset') return assetName(context, destination.file, hrefRange);
  if (destination.kind !== 'page' || href === undefined) return undefined;
  const { page, fragment } = destination;
  const hash = href.lastIndexOf('#');
  const pathEnd = hrefRange.start + (fragment === undefined || hash < 0 ? href.length : hash);
  if (offset <= pathEnd && link.kind !== 'anchor')
    return pathName(context, page, { start: hrefRange.start, end: pathEnd });
  const heading = page.headings.find(({ id }) => id !== null && id === fragment);
  return heading && fragmentName(context, page, heading, { start: pathEnd + 1, end: hrefRange.end });
}

function hazardsOf({ wiki }: PageContext, { steps }: EditPlan): readonly MoveHazard[] {
  const moves = new Map(steps.flatMap((step) => (step.kind === 'rename' ? [[step.from, step.to] as const] : [])));
  const changes = steps.filter((step) => step.kind === 'change');
  return moves.size === 0 ? [] : moveHazards(wiki, moves, changes);
}
