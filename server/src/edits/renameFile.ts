import type { Wiki } from '../index/wiki.ts';
import type { EditPlan } from './plan.ts';

/** A plan that renames a file, unless a page or an asset lies there already. */
export function renameFile(wiki: Wiki, from: string, to: string): EditPlan | undefined {
  if (from === to || wiki.files.has(to) || wiki.hasAsset(to)) return undefined;
  return { steps: [{ kind: 'rename', from, to }] };
}
