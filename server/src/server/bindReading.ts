import type {
  CancellationToken,
  CompletionParams,
  Connection,
  InlayHintParams,
  ReferenceParams,
  SelectionRangeParams,
  ServerCapabilities,
  TextDocumentPositionParams,
  WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { backlinks } from '../features/backlinks.ts';
import { codeLens } from '../features/codeLens.ts';
import { completion } from '../features/completion.ts';
import type { PageContext } from '../features/context.ts';
import { definition } from '../features/definition.ts';
import { documentHighlight } from '../features/documentHighlight.ts';
import { documentLinks } from '../features/documentLinks.ts';
import { documentSymbols } from '../features/documentSymbols.ts';
import { foldingRanges } from '../features/foldingRanges.ts';
import { hover } from '../features/hover.ts';
import { inlayHints } from '../features/inlayHints.ts';
import { references } from '../features/references.ts';
import { selectionRanges } from '../features/selectionRanges.ts';
import { workspaceSymbols } from '../features/workspaceSymbols.ts';
import { type BacklinksParams, requests } from '../protocol.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import type { EditorSettings } from './editorSettings.ts';
import { guarded } from './guard.ts';
import type { OpenWiki } from './openWiki.ts';
import type { Log } from './platform.ts';
import type { InWiki } from './workspace.ts';

/** What the features for reading and typing need of the server. */
export interface ReadingHost {
  readonly connection: Connection;
  readonly log: Log;
  features(): ClientFeatures | undefined;
  settingsOf(root: string): EditorSettings;
  /** Every wiki, once it has been read. */
  readWikis(): Promise<readonly OpenWiki[]>;
  /** Makes a handler of a feature of one page, found by its URI. */
  onPage<P, R>(
    name: string,
    uriOf: (params: P) => string,
    run: (context: PageContext & InWiki, params: P, token: CancellationToken) => Promise<R | undefined>,
  ): (params: P, token: CancellationToken) => Promise<R | null>;
}

/** What the server says of the features for reading and typing: an editor that knows Markdown itself has an outline and folds already. */
export function readingCapabilities(features: ClientFeatures): ServerCapabilities {
  return {
    completionProvider: { triggerCharacters: ['(', '/', '#', '<', '"', "'", '[', '^', '.'] },
    hoverProvider: true,
    definitionProvider: true,
    documentLinkProvider: {},
    referencesProvider: true,
    documentHighlightProvider: true,
    workspaceSymbolProvider: true,
    codeLensProvider: {},
    inlayHintProvider: true,
    selectionRangeProvider: true,
    ...(!features.builtInMarkdown && { documentSymbolProvider: true, foldingRangeProvider: true }),
  };
}

/** Binds the features for reading, typing and finding one's way. */
export function bindReading({ connection, log, features, settingsOf, readWikis, onPage }: ReadingHost): void {
  function onDocument<P extends { textDocument: { uri: string } }, R>(
    name: string,
    run: (context: PageContext & InWiki, params: P, token: CancellationToken) => Promise<R | undefined>,
  ) {
    return onPage<P, R>(name, ({ textDocument }) => textDocument.uri, run);
  }

  connection.onCompletion(
    onDocument('completion', (page, { position, context }: CompletionParams, token) => {
      const { snippets = false, clientCommands = false } = features() ?? {};
      const input = { ...page, snippets, clientCommands, trigger: context?.triggerCharacter, now: new Date() };
      return completion(input, position, token);
    }),
  );
  connection.onHover(
    onDocument('hover', (page, { position }: TextDocumentPositionParams, token) => hover(page, position, token)),
  );
  connection.onDefinition(
    onDocument('definition', async (page, { position }: TextDocumentPositionParams, token) => {
      const links = await definition(page, position, token);
      if (features()?.definitionLinks) return links;
      return links?.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
    }),
  );
  connection.onDocumentLinks(onDocument('documentLinks', (page, _, token) => documentLinks(page, token)));
  connection.onReferences(
    onDocument('references', (page, { position, context }: ReferenceParams, token) =>
      references(page, position, context?.includeDeclaration === true, token),
    ),
  );
  connection.onDocumentHighlight(
    onDocument('documentHighlight', (page, { position }: TextDocumentPositionParams, token) =>
      documentHighlight(page, position, token),
    ),
  );
  connection.onDocumentSymbol(onDocument('documentSymbol', (page, _, token) => documentSymbols(page, token)));
  connection.onFoldingRanges(onDocument('foldingRange', (page, _, token) => foldingRanges(page, token)));
  connection.onSelectionRanges(
    onDocument('selectionRange', (page, { positions }: SelectionRangeParams, token) =>
      selectionRanges(page, positions, token),
    ),
  );
  connection.onCodeLens(
    onDocument('codeLens', async (page, _, token) =>
      settingsOf(page.openWiki.root).backlinksLens
        ? codeLens(page, features()?.clientCommands === true, token)
        : undefined,
    ),
  );
  connection.languages.inlayHint.on(
    onDocument('inlayHint', async (page, { range }: InlayHintParams, token) =>
      settingsOf(page.openWiki.root).linkTitles ? inlayHints(page, range, token) : undefined,
    ),
  );
  connection.onRequest(
    requests.backlinks,
    onPage('backlinks', ({ uri }: BacklinksParams) => uri, backlinks),
  );
  connection.onWorkspaceSymbol(
    guarded(log, 'workspaceSymbol', async ({ query }: WorkspaceSymbolParams, token) => {
      const wikis = await readWikis();
      return workspaceSymbols(wikis, query, features()?.builtInMarkdown !== true, token);
    }),
  );
}
