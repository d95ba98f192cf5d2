import type { Connection, MessageActionItem } from 'vscode-languageserver';
import { targetOfFile } from '../edits/moveFiles.ts';
import { type PastMove, repairMoves } from '../edits/repairMoves.ts';
import { amount, linkUpdate } from '../features/moveFiles.ts';
import { matchMoves } from '../index/matchMoves.ts';
import type { Wiki } from '../index/wiki.ts';
import { urlOfAddress } from '../wiki/pageUrl.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import type { Departures } from './moveWatch.ts';
import type { OpenWiki } from './openWiki.ts';

/**
 * Offers to mend the links that moves outside of the editor have broken, once for all of them. Says nothing where no link
 * is broken, and nothing of moves that the editor has made, since there the person was asked before.
 */
export async function offerRepair(
  connection: Connection,
  features: ClientFeatures,
  wiki: OpenWiki,
  { gone, come }: Departures,
  isOfEditor: (from: string, to: string) => boolean,
): Promise<void> {
  const byFile = new Map(gone.map((from) => [from.file, from]));
  const moves = [...matchMoves(gone, come, wiki.wiki)].flatMap(([file, to]): PastMove[] => {
    const from = byFile.get(file);
    return from === undefined || isOfEditor(file, to) ? [] : [{ from, to }];
  });
  const departed = new Set(byFile.keys());
  const broken = moves.length === 0 ? 0 : repairMoves(wiki.wiki, moves, departed).length;
  if (broken === 0) return;

  const update = { title: 'Update Links' };
  const show = { title: 'Show' };
  const actions = [update, ...(features.changeAnnotations ? [show] : []), { title: 'Not Now' }];
  const message = `${amount(broken, 'link')} broke when ${describe(moves, wiki.wiki)}.`;
  const answer = await ask(connection, message, actions);
  if (answer !== update.title && answer !== show.title) return;
  // The wiki may be another by now.
  const changes = repairMoves(wiki.wiki, moves, departed);
  const edit = linkUpdate({ changes, hazards: [] }, wiki.wiki, wiki.documents, answer === show.title);
  if (edit === undefined) return;
  await connection.workspace.applyEdit({ label: 'Update links', edit, metadata: { isRefactoring: true } });
}

async function ask(
  connection: Connection,
  message: string,
  actions: readonly MessageActionItem[],
): Promise<string | undefined> {
  return (await connection.window.showInformationMessage(message, ...actions))?.title;
}

function describe(moves: readonly PastMove[], wiki: Wiki): string {
  const [first, ...others] = moves;
  if (first === undefined) return '';
  const one = `${nameOf(first.from.file, wiki)} became ${nameOf(first.to, wiki)}`;
  return others.length === 0 ? one : `${one} and ${amount(others.length, 'more file')} moved`;
}

/** As a link says it. */
function nameOf(file: string, wiki: Wiki): string {
  const target = targetOfFile(file, wiki);
  return target.kind === 'asset' ? `/${file}` : urlOfAddress(target.address, wiki.settings.site);
}
