import type { CancellationToken, Connection, RenameFilesParams, WorkspaceEdit } from 'vscode-languageserver';
import { countLinks, linkUpdate, type MovePlan, planMove } from '../features/moveFiles.ts';
import { fileOfUri } from '../features/uris.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import { guarded } from './guard.ts';
import type { OpenWiki } from './openWiki.ts';
import type { Log } from './platform.ts';
import type { Workspace } from './workspace.ts';

/** `auxWiki.links.updateOnMove`: whether links follow when files are moved. */
export type UpdateOnMove = 'ask' | 'always' | 'never';

/** Which moves of files the editor tells of before it makes them: any file or folder, since a wiki holds all kinds of assets. */
export const fileOperations = {
  willRename: { filters: [{ scheme: 'file', pattern: { glob: '**/*' } }] },
  didRename: { filters: [{ scheme: 'file', pattern: { glob: '**/*' } }] },
};

/** Lets links follow the files that are moved in the editor. */
export function followMovesInEditor(
  connection: Connection,
  workspace: Workspace,
  features: () => ClientFeatures | undefined,
  log: Log,
): void {
  async function updateFor(wiki: OpenWiki, moves: ReadonlyMap<string, string>): Promise<WorkspaceEdit | undefined> {
    const plan = planMove(wiki.wiki, moves);
    for (const { kind, message } of plan.hazards)
      if (kind !== 'asset') connection.window.showWarningMessage(`Aux Wiki: ${message}`);
    const mode = await readUpdateOnMove(connection, features(), wiki.root);
    if (mode === 'never' || plan.changes.length === 0) return undefined;
    const canPreview = features()?.changeAnnotations === true;
    if (mode === 'ask' && !canPreview && !(await isWanted(connection, plan))) return undefined;
    return linkUpdate(plan, wiki.wiki, wiki.documents, mode === 'ask' && canPreview);
  }

  connection.workspace.onWillRenameFiles(
    guarded(log, 'willRenameFiles', async ({ files }: RenameFilesParams, token: CancellationToken) => {
      const edits: WorkspaceEdit[] = [];
      for (const [wiki, moves] of await movesByWiki(workspace, files)) {
        const edit = token.isCancellationRequested ? undefined : await updateFor(wiki, moves);
        if (edit !== undefined) edits.push(edit);
      }
      return merged(edits);
    }),
  );
}

/** What moves within each wiki, as paths relative to its root. */
async function movesByWiki(
  workspace: Workspace,
  files: RenameFilesParams['files'],
): Promise<Map<OpenWiki, Map<string, string>>> {
  await workspace.wikis();
  const byWiki = new Map<OpenWiki, Map<string, string>>();
  for (const { oldUri, newUri } of files) {
    const found = workspace.find(oldUri);
    const to = found && fileOfUri(found.wiki.root, newUri);
    if (found === undefined || to === undefined || found.file === '') continue;
    await found.wiki.ready;
    const moves = byWiki.get(found.wiki);
    if (moves === undefined) byWiki.set(found.wiki, new Map([[found.file, to]]));
    else moves.set(found.file, to);
  }
  return byWiki;
}

/** The person's setting for a wiki; who has none is asked. */
export async function readUpdateOnMove(
  connection: Connection,
  features: ClientFeatures | undefined,
  root: string,
): Promise<UpdateOnMove> {
  if (features?.configuration !== true) return 'ask';
  const value: unknown = await connection.workspace.getConfiguration({
    scopeUri: root,
    section: 'auxWiki.links.updateOnMove',
  });
  return value === 'always' || value === 'never' ? value : 'ask';
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
