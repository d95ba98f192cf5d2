import {
  type CancellationToken,
  type CodeActionParams,
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  type RenameParams,
  type TextDocumentPositionParams,
  TextDocumentSyncKind,
  TextDocuments,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { codeActions, fixAllKind } from './features/codeActions.ts';
import type { PageContext } from './features/context.ts';
import { newPage } from './features/newPage.ts';
import { prepareRename, rename } from './features/rename.ts';
import { render } from './features/render.ts';
import { renderBlocks, SentBlocks } from './features/renderBlocks.ts';
import { resolve } from './features/resolve.ts';
import { structuralKinds } from './features/structure/structuralActions.ts';
import { WikiIndex } from './index/wikiIndex.ts';
import {
  type NewPageParams,
  type NewPageResult,
  notifications,
  type RenderBlocksParams,
  type RenderBlocksResult,
  type RenderParams,
  type RenderResult,
  type ResolveParams,
  type ResolveResult,
  requests,
  type TreeChangedParams,
  type TreeParams,
  type TreeResult,
  type WikisResult,
} from './protocol.ts';
import { bindReading, readingCapabilities } from './server/bindReading.ts';
import { type ClientFeatures, clientFeatures, usualMovesRest, usualTypingRest } from './server/clientFeatures.ts';
import { debounce } from './server/debounce.ts';
import { type EditorSettings, readEditorSettings, usualEditorSettings } from './server/editorSettings.ts';
import { isGitBusy } from './server/gitBusy.ts';
import { attempt, guarded, guardedOrRefused } from './server/guard.ts';
import { bindMoves, fileOperations, warnOf } from './server/moves.ts';
import { OpenDocuments } from './server/openDocuments.ts';
import type { OpenWiki } from './server/openWiki.ts';
import type { Log, Platform } from './server/platform.ts';
import { beginProgress } from './server/progress.ts';
import { bindStructure, offeredStructure } from './server/structure.ts';
import { fileWatching } from './server/watchFiles.ts';
import { treeOf, wikisOf } from './server/wikiViews.ts';
import { type InWiki, Workspace } from './server/workspace.ts';
import { defaultSettings } from './wiki/settingsFile.ts';

/** How long changes are gathered before views are told, in milliseconds. */
const viewRest = 100;

const capabilities: InitializeResult['capabilities'] = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  codeActionProvider: { codeActionKinds: ['quickfix', fixAllKind, ...structuralKinds], resolveProvider: true },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true }, fileOperations },
};

/** Binds a connection to the features, and listens. The connection and the platform are all that it knows of the world. */
export function startServer(connection: Connection, platform: Platform): void {
  const log: Log = connection.console;
  const documents = new TextDocuments(TextDocument);
  let features: ClientFeatures | undefined;
  let settings = new Map<string, EditorSettings>();
  let toldWikis: WikisResult | undefined;
  let initialFolders: readonly string[] = [];

  const watchFiles = fileWatching(connection, () => features);
  const changedRoots = new Set<string>();
  const tellViews = debounce(viewRest, () => void attempt(log, 'Telling views', tellOfChanges));
  const workspace = new Workspace({
    platform,
    log,
    pause: platform.pause,
    get typingRest() {
      return features?.typingRest ?? usualTypingRest;
    },
    get movesRest() {
      return features?.movesRest ?? usualMovesRest;
    },
    isGitBusy: (root) => isGitBusy(platform, root),
    filesMoved: (root, departures) => moves.filesMoved(root, departures),
    markdownTools: platform.markdownTools,
    historyOf: (root) => (features?.git === true ? platform.openHistory(root) : undefined),
    sendDiagnostics: (params) => void connection.sendDiagnostics(params),
    personalRules: (root) => settingsOf(root).rules,
    progress: (title) => beginProgress(connection, features?.progress === true, title),
    treeChanged(root) {
      changedRoots.add(root);
      tellViews.call();
    },
    countsChanged: tellViews.call,
    wikisChanged(roots) {
      watchFiles(roots);
      void attempt(log, 'Reading the configuration', readConfiguration);
      for (const root of roots) changedRoots.add(root);
      tellViews.call();
    },
  });

  const moves = bindMoves({
    connection,
    log,
    workspace,
    features: () => features,
    updateOnMove: (root) => settingsOf(root).updateOnMove,
  });

  function settingsOf(root: string): EditorSettings {
    return settings.get(root) ?? usualEditorSettings;
  }

  /** What editors show between the lines may be another thing now, of pages too that have not been touched. */
  function refreshReading(): void {
    if (features?.codeLensRefresh)
      void attempt(log, 'Code lenses', () => connection.sendRequest(CodeLensRefreshRequest.type));
    if (features?.inlayHintRefresh) void attempt(log, 'Inlay hints', () => connection.languages.inlayHint.refresh());
  }

  async function tellOfChanges(): Promise<void> {
    if (changedRoots.size > 0) {
      const tree: TreeChangedParams = { roots: [...changedRoots] };
      changedRoots.clear();
      await connection.sendNotification(notifications.treeChanged, tree);
    }
    const wikis = wikisOf(await workspace.wikis());
    if (JSON.stringify(wikis) === JSON.stringify(toldWikis)) return;
    toldWikis = wikis;
    refreshReading();
    await connection.sendNotification(notifications.wikisChanged, wikis);
  }

  /** Each wiki may have settings of its own, since it may lie in a workspace folder of its own. */
  async function readConfiguration(): Promise<void> {
    if (!features?.configuration) return;
    const roots = (await workspace.wikis()).map(({ root }) => root);
    if (roots.length === 0) return;
    settings = await readEditorSettings(connection, roots);
    workspace.republish();
    refreshReading();
    tellViews.call();
  }

  /** A feature of one page: found by the URI, and given only when its wiki has been read. */
  function onPage<P, R>(
    name: string,
    uriOf: (params: P) => string,
    run: (context: PageContext & InWiki, params: P, token: CancellationToken) => Promise<R | undefined>,
  ) {
    return guarded(log, name, async (params: P, token: CancellationToken) => {
      const context = await workspace.pageContext(uriOf(params), token);
      return context === undefined || token.isCancellationRequested ? undefined : run(context, params, token);
    });
  }
  function onDocument<P extends { textDocument: { uri: string } }, R>(
    name: string,
    run: (context: PageContext & InWiki, params: P, token: CancellationToken) => Promise<R | undefined>,
  ) {
    return onPage<P, R>(name, ({ textDocument }) => textDocument.uri, run);
  }

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    features = clientFeatures(params);
    const folders = params.workspaceFolders?.map(({ uri }) => uri);
    initialFolders = folders ?? (params.rootUri ? [params.rootUri] : []);
    const renameProvider = features.prepareRename ? { prepareProvider: true } : true;
    const asked = { ...readingCapabilities(features), renameProvider };
    return { capabilities: { ...capabilities, ...asked }, serverInfo: { name: 'aux-wiki' } };
  });

  connection.onInitialized(() => {
    watchFiles([]);
    if (features?.configuration)
      void attempt(log, 'Following the configuration', () =>
        connection.client.register(DidChangeConfigurationNotification.type, { section: 'auxWiki' }),
      );
    if (features?.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
        workspace.foldersChanged(
          added.map(({ uri }) => uri),
          removed.map(({ uri }) => uri),
        ),
      );
    workspace.foldersChanged(initialFolders, []);
  });

  connection.onDidChangeConfiguration(() => void attempt(log, 'Reading the configuration', readConfiguration));
  connection.onDidChangeWatchedFiles(({ changes }) => workspace.filesChanged(changes.map(({ uri }) => uri)));
  documents.onDidChangeContent(({ document }) => workspace.documentChanged(document));
  documents.onDidClose(({ document }) => workspace.documentClosed(document.uri));

  connection.onPrepareRename(
    onDocument('prepareRename', (context, { position }: TextDocumentPositionParams) =>
      prepareRename(context, position),
    ),
  );
  const onRename = onDocument('rename', async (context, { position, newName }: RenameParams) => {
    const { renamesFiles = false, asksOnMove = false } = features ?? {};
    const renaming = await rename(context, position, newName, { renamesFiles });
    if (renaming === undefined || 'reason' in renaming) return renaming;
    // An editor that asks about moves does so when it comes to the one in this edit, and hears of it then.
    if (!asksOnMove) warnOf(connection, renaming.hazards);
    return renaming.edit;
  });
  connection.onRenameRequest(guardedOrRefused<RenameParams, WorkspaceEdit>(onRename));
  connection.onCodeAction(
    onDocument('codeAction', async (context, params: CodeActionParams, token) => {
      const problems = context.openWiki.problemsOf(context.page.file);
      const clientCommands = features?.clientCommands === true;
      const fixes = await codeActions({ ...context, problems, clientCommands, now: new Date() }, params, token);
      return fixes && [...fixes, ...(await offeredStructure({ features: () => features, platform }, context, params))];
    }),
  );
  connection.onRequest(
    requests.render,
    onPage<RenderParams, RenderResult>('render', ({ uri }) => uri, render),
  );
  const sent = new SentBlocks();
  connection.onRequest(
    requests.renderBlocks,
    onPage<RenderBlocksParams, RenderBlocksResult>(
      'renderBlocks',
      ({ uri }) => uri,
      (context, params, token) => renderBlocks({ ...context, sent }, params, token),
    ),
  );
  connection.onRequest<ResolveResult | null, void>(
    requests.resolve,
    onPage<ResolveParams, ResolveResult>('resolve', ({ uri }) => uri, resolve),
  );
  connection.onRequest(
    requests.tree,
    guarded<TreeParams, TreeResult>(log, 'tree', async ({ root }, token) => {
      const wikis = await readWikis();
      return token.isCancellationRequested ? undefined : treeOf(wikis, root);
    }),
  );
  connection.onRequest<NewPageResult | null, void>(
    requests.newPage,
    guarded<NewPageParams, NewPageResult>(log, 'newPage', async (params) => {
      const found = workspace.find(params.root)?.wiki;
      await found?.ready;
      // A folder becomes a wiki by its first page.
      const empty = { wiki: new WikiIndex(defaultSettings), documents: new OpenDocuments(params.root) };
      const { wiki, documents } = found ?? empty;
      return newPage({ wiki, documents, now: new Date() }, params);
    }),
  );
  connection.onRequest(
    requests.wikis,
    guarded<unknown, WikisResult>(log, 'wikis', async () => wikisOf(await readWikis())),
  );

  async function readWikis(): Promise<readonly OpenWiki[]> {
    const wikis = await workspace.wikis();
    for (const wiki of wikis) await wiki.ready;
    return wikis;
  }
  bindStructure({ connection, workspace, platform, log, features: () => features });
  bindReading({ connection, log, features: () => features, settingsOf, readWikis, onPage });

  documents.listen(connection);
  connection.listen();
}
