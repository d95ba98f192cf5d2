import type { Wiki } from '../index/wiki.ts';
import type { Page } from '../page/page.ts';
import { changesForMoves } from './moveFiles.ts';
import type { EditPlan } from './plan.ts';

/** A plan that renames a page's file and keeps every link leading to what it leads to. Undefined if the name is taken. */
export function renamePage(page: Page, to: string, wiki: Wiki): EditPlan | undefined {
  if (page.file === to || wiki.files.has(to) || wiki.hasAsset(to)) return undefined;
  const changes = changesForMoves(wiki, new Map([[page.file, to]]));
  return { steps: [...changes, { kind: 'rename', from: page.file, to }] };
}
