import type { GoneFile } from '../index/matchMoves.ts';
import type { Wiki } from '../index/wiki.ts';
import { followMoves, type Moved, type Place } from './followMoves.ts';
import { targetOfFile } from './moveFiles.ts';
import type { TextChange } from './plan.ts';
import type { Target } from './pointAt.ts';

/** A move that has taken place without the links that it broke. */
export interface PastMove {
  readonly from: GoneFile;
  readonly to: string;
}

/**
 * The changes that mend the links which moves have broken: those to what has moved, and the relative ones on pages that
 * have. Links that lead somewhere are left alone, and so are those that led nowhere before.
 *
 * @param gone files that the index may still have, since an editor has them open, but that are no longer on the disk
 */
export function repairMoves(wiki: Wiki, moves: readonly PastMove[], gone: ReadonlySet<string>): TextChange[] {
  const exists = (target: Target) =>
    target.kind === 'asset'
      ? wiki.hasAsset(target.file)
      : wiki.filesAt(target.address).some(({ file }) => !gone.has(file));
  const moved: Moved[] = [];
  const pages = new Map<string, Place>();
  const arrived = new Set<string>();
  for (const { from, to } of moves) {
    const after = targetOfFile(to, wiki);
    const before = targetOfFile(from.file, wiki);
    if (!exists(after)) continue;
    arrived.add(to);
    if ((from.page === undefined || from.wasShown) && !exists(before)) moved.push({ before, after });
    if (before.kind === 'page' && after.kind === 'page')
      pages.set(to, { before: before.address, after: after.address });
  }
  const stays = (target: Target) =>
    exists(target) && (target.kind === 'asset' || !wiki.filesAt(target.address).every(({ file }) => arrived.has(file)));
  const changes = followMoves(wiki, { moved, pages, stays, isRight: exists });
  return changes.filter(({ file }) => !gone.has(file));
}
