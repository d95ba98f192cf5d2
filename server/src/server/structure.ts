import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Connection,
} from 'vscode-languageserver';
import type { PageContext } from '../features/context.ts';
import { amount } from '../features/moveFiles.ts';
import { offsetIn } from '../features/positions.ts';
import {
  isStructuralActionData,
  resolveStructuralAction,
  structuralActions,
} from '../features/structure/structuralActions.ts';
import { proposedPath, type StructuralContext, structuralEdit } from '../features/structure/structuralEdit.ts';
import { workspaceEditOf } from '../features/workspaceEdit.ts';
import { requests, type StructuralEditParams, type StructuralEditResult } from '../protocol.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import { guarded } from './guard.ts';
import type { Log, Platform } from './platform.ts';
import type { Workspace } from './workspace.ts';

/** What structural edits need of the server. */
export interface StructureHost {
  readonly connection: Connection;
  readonly workspace: Workspace;
  readonly platform: Platform;
  readonly log: Log;
  features(): ClientFeatures | undefined;
}

const titles: Readonly<Record<StructuralEditParams['name'], string>> = {
  tableOfContents: 'Table of contents',
  formatTable: 'Format the table',
  extractSection: 'Extract the section',
  normalizeLinks: "Write links in Wiki.js's form",
  normalizeAllLinks: "Write links in Wiki.js's form",
};

/** Answers the commands for structural edits, and makes the edits of their code actions when one is chosen. */
export function bindStructure(host: StructureHost): void {
  const { connection, workspace, log } = host;
  const contextFor = async (uri: string, token: CancellationToken) => {
    const context = await workspace.pageContext(uri, token);
    return context && structuralContext(host, context);
  };
  connection.onRequest<StructuralEditResult | null, void>(
    requests.structuralEdit,
    guarded<StructuralEditParams, StructuralEditResult>(log, 'structuralEdit', async (params, token) => {
      const context = await contextFor(params.uri, token);
      if (context === undefined) return { kind: 'refused', reason: 'This is no page of a wiki.' };
      const offset = offsetIn(context.page, params.position);
      if (params.name === 'extractSection' && params.path === undefined) {
        const path = await proposedPath(context, offset);
        if (path !== undefined) return { kind: 'proposed', path };
      }
      const found = await structuralEdit(context, params.name, offset, { path: params.path });
      if ('reason' in found) return { kind: 'refused', reason: found.reason };
      return token.isCancellationRequested ? undefined : apply(host, context, params, found.plan);
    }),
  );
  connection.onCodeActionResolve(async (action: CodeAction, token: CancellationToken) => {
    const { data } = action;
    if (!isStructuralActionData(data)) return action;
    const resolve = guarded(log, 'resolveCodeAction', async () => {
      const context = await contextFor(data.uri, token);
      const made = context && (await resolveStructuralAction(context, action, data));
      // Editors run the actions of the whole source when they save; nobody has asked for a word then.
      const isChosen = action.kind?.startsWith(CodeActionKind.Source) !== true;
      if (made?.reason !== undefined && isChosen) connection.window.showInformationMessage(made.reason);
      return made?.action;
    });
    return (await resolve(undefined, token)) ?? action;
  });
}

/** The structural edits for a place; with their edits at once for a client that does not ask for them later. */
export async function offeredStructure(
  host: Pick<StructureHost, 'features' | 'platform'>,
  context: PageContext,
  params: CodeActionParams,
): Promise<CodeAction[]> {
  const actions = structuralActions(context, params);
  if (host.features()?.resolvesCodeActions === true) return actions;
  // Without being asked for by kind, they would be made at each move of the cursor.
  if (params.context.only === undefined) return [];
  const resolved: CodeAction[] = [];
  for (const { data, ...action } of actions) {
    if (!isStructuralActionData(data)) continue;
    const made = await resolveStructuralAction(structuralContext(host, context), action, data);
    if (made.action.edit !== undefined) resolved.push(made.action);
  }
  return resolved;
}

function structuralContext({ platform }: Pick<StructureHost, 'platform'>, context: PageContext): StructuralContext {
  return { ...context, now: new Date(), markdownTools: platform.markdownTools };
}

async function apply(
  { connection, features }: StructureHost,
  { wiki, documents }: PageContext,
  { name }: StructuralEditParams,
  plan: Parameters<typeof workspaceEditOf>[0],
): Promise<StructuralEditResult> {
  if (features()?.applyEdit !== true) return { kind: 'refused', reason: 'This editor lets no server change texts.' };
  // What changes other pages than the one that is looked at is shown first.
  const asks = name === 'normalizeAllLinks' && features()?.changeAnnotations === true;
  const label = titles[name];
  const description = amount(plan.steps.length, 'link');
  const edit = workspaceEditOf(
    plan,
    wiki,
    documents,
    asks ? { label, description, needsConfirmation: true } : undefined,
  );
  if (edit === undefined) return { kind: 'refused', reason: 'The pages have changed meanwhile: try again.' };
  const { applied } = await connection.workspace.applyEdit({ label, edit });
  if (!applied) return { kind: 'refused', reason: 'Nothing was changed.' };
  return { kind: 'done', changes: plan.steps.length };
}
