import type { Wiki } from '../index/wiki.ts';
import { addressKey } from '../wiki/address.ts';
import { addressOfFile, contentTypeOf, storedAddress } from '../wiki/pageFile.ts';
import { type IllegalPathReason, illegalPathReason } from '../wiki/pagePath.ts';
import type { FileMoves } from './moveFiles.ts';
import type { TextChange } from './plan.ts';

/** Why Wiki.js's git sync does not follow a move (rules reference (c), (h)), or links cannot. */
export type MoveHazardKind = 'illegal' | 'collision' | 'locale' | 'rewritten' | 'no-page' | 'asset';

/** One kind of trouble that a move brings. */
export interface MoveHazard {
  readonly kind: MoveHazardKind;
  /** What Wiki.js will do, in one or two sentences. */
  readonly message: string;
  /** The files that it concerns, by their old names. */
  readonly files: readonly string[];
}

/**
 * What Wiki.js's git sync will not follow of a move, the gravest first.
 *
 * @param changes those that are made to texts together with the move
 */
export function moveHazards(wiki: Wiki, moves: FileMoves, changes: readonly TextChange[]): readonly MoveHazard[] {
  const found = new Map<MoveHazardKind, { message: string; files: string[] }>();
  const taken = new Map<string, string>();
  for (const [from, to] of moves) {
    const [kind, message] = hazardOf(wiki, moves, from, to, changes, taken) ?? [];
    if (kind === undefined || message === undefined) continue;
    const known = found.get(kind);
    if (known === undefined) found.set(kind, { message, files: [from] });
    else known.files.push(from);
  }
  return order.flatMap((kind) => {
    const hazard = found.get(kind);
    if (hazard === undefined) return [];
    const others = hazard.files.length - 1;
    const more = others === 0 ? '' : ` The same holds for ${others} more ${others === 1 ? 'file' : 'files'}.`;
    return [{ kind, message: hazard.message + more, files: hazard.files }];
  });
}

const order: readonly MoveHazardKind[] = ['illegal', 'collision', 'no-page', 'locale', 'rewritten', 'asset'];

function hazardOf(
  wiki: Wiki,
  moves: FileMoves,
  from: string,
  to: string,
  changes: readonly TextChange[],
  taken: Map<string, string>,
): [MoveHazardKind, string] | undefined {
  const page = wiki.files.get(from);
  if (contentTypeOf(to) === undefined) {
    if (page !== undefined) return ['no-page', `Wiki.js takes ${to} for no page: /${page.address.path} will be gone.`];
    return ['asset', `Wiki.js's git sync does not see that ${from} has moved: run "Import everything" after it.`];
  }
  const { site } = wiki.settings;
  const address = storedAddress(addressOfFile(to, site.locale));
  const illegal = illegalPathReason(address.path);
  if (illegal !== undefined)
    return [
      'illegal',
      `Wiki.js refuses the path /${address.path}, since it holds ${illegalCharacters[illegal]}; its git sync stops there and leaves out the rest of the pull.`,
    ];
  const key = addressKey(address);
  const other = taken.get(key) ?? wiki.filesAt(address).find(({ file }) => file !== from && !moves.has(file))?.file;
  taken.set(key, to);
  if (other !== undefined)
    return [
      'collision',
      `${to} and ${other} are both the page /${address.path}; Wiki.js's git sync stops there and leaves out the rest of the pull.`,
    ];
  if (page !== undefined && page.address.locale !== address.locale)
    return [
      'locale',
      `Wiki.js's git sync moves a page within its language only, so it will not take ${from} from '${page.address.locale}' to '${address.locale}'. Move it in the wiki, or delete it, sync, and add it anew.`,
    ];
  if (page !== undefined && isRewritten(wiki, from, changes))
    return [
      'rewritten',
      `More than half of ${from} changes with the move, so Wiki.js's git sync takes it for a new page, without history and comments. Let it sync the move before the links are updated.`,
    ];
  return undefined;
}

const illegalCharacters: Readonly<Record<IllegalPathReason, string>> = {
  dot: 'a dot',
  space: 'a space',
  backslash: 'a backslash',
  'double-slash': 'two slashes in a row',
};

/** Whether git will find less than half of a file again; it compares by lines (rules reference (h)). */
function isRewritten(wiki: Wiki, file: string, changes: readonly TextChange[]): boolean {
  const own = changes.filter((change) => change.file === file);
  const starts = wiki.files.get(file)?.lineStarts ?? [];
  if (own.length === 0) return false;
  const end = Math.max(starts.at(-1) ?? 0, ...own.map(({ range }) => range.end));
  let changed = 0;
  for (const [line, start] of starts.entries()) {
    const next = starts[line + 1] ?? end;
    if (own.some(({ range }) => range.start < next && range.start >= start)) changed += next - start;
  }
  return changed > end / 2;
}
