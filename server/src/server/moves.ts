import type { CancellationToken, Connection, RenameFilesParams, WorkspaceEdit } from 'vscode-languageserver';
import { linksLost } from '../edits/linksLost.ts';
import type { MoveHazard } from '../edits/moveHazards.ts';
import { amount, countLinks, linkUpdate, type MovePlan, planMove } from '../features/moveFiles.ts';
import { fileOfUri, uriOfFile } from '../features/uris.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import type { UpdateOnMove } from './editorSettings.ts';
import { attempt, guarded } from './guard.ts';
import type { Departures } from './moveWatch.ts';
import type { OpenWiki } from './openWiki.ts';
import type { Log } from './platform.ts';
import { offerRepair } from './repairOffer.ts';
import type { Workspace } from './workspace.ts';

/** Which moves of files the editor tells of before it makes them: any file or folder, since a wiki holds all kinds of assets. */
export const fileOperations = {
  willRename: { filters: [{ scheme: 'file', pattern: { glob: '**/*' } }] },
  didRename: { filters: [{ scheme: 'file', pattern: { glob: '**/*' } }] },
};

/** What moves need of the server. */
export interface MovesHost {
  readonly connection: Connection;
  readonly log: Log;
  readonly workspace: Workspace;
  features(): ClientFeatures | undefined;
  updateOnMove(root: string): UpdateOnMove;
}

/** Lets links follow the files that are moved: in the editor before they move, outside of it afterwards. */
export function bindMoves(host: MovesHost): { filesMoved(root: string, departures: Departures): void } {
  const { connection, log, workspace } = host;
  /** Moves that the editor has asked about; one that is undone is not among them. Each counts for the one time that the disk tells of it. */
  const ofEditor = new Map<string, string>();

  connection.workspace.onWillRenameFiles(
    guarded(log, 'willRenameFiles', async ({ files }: RenameFilesParams, token: CancellationToken) => {
      const edits: WorkspaceEdit[] = [];
      for (const [wiki, { moves, leaving }] of await movesByWiki(workspace, files)) {
        const lost = linksLost(wiki.wiki, leaving);
        if (lost > 0)
          connection.window.showWarningMessage(
            `Aux Wiki: ${amount(lost, 'link')} will be dead, since ${leaving.join(', ')} leaves the wiki.`,
          );
        for (const [from, to] of moves) ofEditor.set(uriOfFile(wiki.root, from), uriOfFile(wiki.root, to));
        const edit = token.isCancellationRequested ? undefined : await updateFor(host, wiki, moves);
        if (edit !== undefined) edits.push(edit);
      }
      return merged(edits);
    }),
  );
  // The next move may come before the disk's own word of this one.
  connection.workspace.onDidRenameFiles(({ files }) =>
    workspace.filesChanged(files.flatMap(({ oldUri, newUri }) => [oldUri, newUri])),
  );

  return {
    filesMoved(root, departures) {
      const features = host.features();
      const wiki = workspace.wikiAt(root);
      if (wiki === undefined || features?.applyEdit !== true || host.updateOnMove(root) === 'never') return;
      const made = [...ofEditor];
      ofEditor.clear();
      const isOfEditor = (from: string, to: string) =>
        made.some(([oldUri, newUri]) => {
          const rest = fileOfUri(oldUri, uriOfFile(root, from));
          return rest !== undefined && fileOfUri(newUri, uriOfFile(root, to)) === rest;
        });
      void attempt(log, 'Offering to mend links', () =>
        offerRepair(connection, features, wiki, departures, isOfEditor),
      );
    },
  };
}

async function updateFor(
  { connection, features, updateOnMove }: MovesHost,
  wiki: OpenWiki,
  moves: ReadonlyMap<string, string>,
): Promise<WorkspaceEdit | undefined> {
  const plan = planMove(wiki.wiki, moves);
  warnOf(connection, plan.hazards);
  const mode = updateOnMove(wiki.root);
  if (mode === 'never' || plan.changes.length === 0) return undefined;
  const { asksOnMove = false, changeAnnotations = false } = features() ?? {};
  const mustAsk = mode === 'ask' && !asksOnMove;
  if (mustAsk && !changeAnnotations && !(await isWanted(connection, plan))) return undefined;
  return linkUpdate(plan, wiki.wiki, wiki.documents, mustAsk && changeAnnotations);
}

/** Tells what Wiki.js will not follow, before it takes place. That no sync sees a moved image is told by a rule, afterwards. */
export function warnOf(connection: Connection, hazards: readonly MoveHazard[]): void {
  for (const { kind, message } of hazards)
    if (kind !== 'asset') connection.window.showWarningMessage(`Aux Wiki: ${message}`);
}

interface MovesOfWiki {
  /** New paths by old ones, relative to the root. */
  readonly moves: Map<string, string>;
  /** What leaves the wiki. */
  readonly leaving: string[];
}

/** What moves within each wiki, and out of it. */
async function movesByWiki(
  workspace: Workspace,
  files: RenameFilesParams['files'],
): Promise<Map<OpenWiki, MovesOfWiki>> {
  await workspace.wikis();
  const byWiki = new Map<OpenWiki, MovesOfWiki>();
  for (const { oldUri, newUri } of files) {
    const found = workspace.find(oldUri);
    if (found === undefined || found.file === '') continue;
    await found.wiki.settled();
    const { moves, leaving } = byWiki.get(found.wiki) ?? { moves: new Map<string, string>(), leaving: [] };
    byWiki.set(found.wiki, { moves, leaving });
    const to = fileOfUri(found.wiki.root, newUri);
    if (to === undefined) leaving.push(found.file);
    else moves.set(found.file, to);
  }
  return byWiki;
}

/** For editors that show no preview. */
async function isWanted(connection: Connection, { changes }: MovePlan): Promise<boolean> {
  const question = `Aux Wiki: update ${countLinks(changes)} that the move would break?`;
  const update = { title: 'Update links' };
  const answer = await connection.window.showInformationMessage(question, update, { title: 'Leave them' });
  return answer?.title === update.title;
}

function merged(edits: readonly WorkspaceEdit[]): WorkspaceEdit | undefined {
  if (edits.length === 0) return undefined;
  return {
    documentChanges: edits.flatMap(({ documentChanges = [] }) => documentChanges),
    changeAnnotations: Object.assign({}, ...edits.map(({ changeAnnotations }) => changeAnnotations)),
  };
}
