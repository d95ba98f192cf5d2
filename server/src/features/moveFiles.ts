import type { ChangeAnnotation, WorkspaceEdit } from 'vscode-languageserver';
import { changesForMoves, expandMoves, type FileMoves } from '../edits/moveFiles.ts';
import { type MoveHazard, moveHazards } from '../edits/moveHazards.ts';
import type { TextChange } from '../edits/plan.ts';
import type { Wiki } from '../index/wiki.ts';
import type { WikiDocuments } from './context.ts';
import { workspaceEditOf } from './workspaceEdit.ts';

/** What a move of files does to a wiki. */
export interface MovePlan {
  /** The files that move, folders resolved. */
  readonly files: FileMoves;
  /** The changes that keep links leading to what they lead to, to be made before the files move. */
  readonly changes: readonly TextChange[];
  /** What Wiki.js will not follow. */
  readonly hazards: readonly MoveHazard[];
}

/**
 * Plans a move of files and folders of one wiki, all at once; serves the editor's explorer and any view of pages.
 *
 * @param moves new paths by old ones, relative to the root
 */
export function planMove(wiki: Wiki, moves: FileMoves): MovePlan {
  const files = expandMoves(wiki, moves);
  const changes = changesForMoves(wiki, files);
  return { files, changes, hazards: moveHazards(wiki, files, changes) };
}

/** Changes of links as an edit; undefined if there are none. With `ask`, the editor shows each before it is made. */
export function linkUpdate(
  { changes, hazards }: Pick<MovePlan, 'changes' | 'hazards'>,
  wiki: Wiki,
  documents: WikiDocuments,
  ask: boolean,
): WorkspaceEdit | undefined {
  if (changes.length === 0) return undefined;
  const annotation: ChangeAnnotation = {
    label: 'Update links',
    description: hazards.map(({ message }) => message).join(' ') || undefined,
    needsConfirmation: true,
  };
  return workspaceEditOf({ steps: changes }, wiki, documents, ask ? annotation : undefined);
}

/** `3 links in 2 pages`. */
export function countLinks(changes: readonly TextChange[]): string {
  const pages = new Set(changes.map(({ file }) => file)).size;
  return `${amount(changes.length, 'link')} in ${amount(pages, 'page')}`;
}

/** `1 link`, `2 links`. */
export function amount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
