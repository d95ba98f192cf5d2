import type { InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions } from '../protocol.ts';

/** What this client can do, of all that the server makes use of. */
export interface ClientFeatures {
  readonly configuration: boolean;
  readonly workspaceFolders: boolean;
  readonly watchedFiles: boolean;
  readonly relativePatterns: boolean;
  readonly progress: boolean;
  readonly definitionLinks: boolean;
  readonly snippets: boolean;
  /** Whether the client can ask about the changes of an edit, and show them first. */
  readonly changeAnnotations: boolean;
  /** Whether the client itself asks before it makes the changes that come with a move. */
  readonly asksOnMove: boolean;
  /** Whether an edit may rename files. */
  readonly renamesFiles: boolean;
  readonly prepareRename: boolean;
  /** Whether the server may change texts by itself. */
  readonly applyEdit: boolean;
  /** Whether the client asks for the edit of a code action when it is chosen. */
  readonly resolvesCodeActions: boolean;
  readonly codeLensRefresh: boolean;
  readonly inlayHintRefresh: boolean;
  /** Whether the editor has an outline, folds and symbols of Markdown by itself. */
  readonly builtInMarkdown: boolean;
  /** Whether the client runs the commands of `protocol.ts`. */
  readonly clientCommands: boolean;
  /** Whether git may be run in the folders that are open. */
  readonly git: boolean;
  /** How long typing must rest before problems are looked for, in milliseconds. */
  readonly typingRest: number;
  /** How long the disk must rest before moves are looked for, in milliseconds. */
  readonly movesRest: number;
}

/** A word is seldom typed more slowly. */
export const usualTypingRest = 150;

/** Longer than an editor takes to tell of all files of a checkout. */
export const usualMovesRest = 1500;

/** Reads what the client says of itself when it starts the server. */
export function clientFeatures({ capabilities, initializationOptions }: InitializeParams): ClientFeatures {
  const { workspace, window, textDocument } = capabilities;
  const options: InitializationOptions | undefined = initializationOptions;
  return {
    configuration: workspace?.configuration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    watchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    relativePatterns: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    progress: window?.workDoneProgress === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    codeLensRefresh: workspace?.codeLens?.refreshSupport === true,
    inlayHintRefresh: workspace?.inlayHint?.refreshSupport === true,
    builtInMarkdown: options?.builtInMarkdown === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    changeAnnotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    asksOnMove: options?.asksOnMove === true,
    renamesFiles: workspace?.workspaceEdit?.resourceOperations?.includes('rename') === true,
    prepareRename: textDocument?.rename?.prepareSupport === true,
    applyEdit: workspace?.applyEdit === true,
    resolvesCodeActions: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
    clientCommands: options?.clientCommands === true,
    git: options?.git === true,
    movesRest: typeof options?.movesRest === 'number' ? options.movesRest : usualMovesRest,
    typingRest: typeof options?.typingRest === 'number' ? options.typingRest : usualTypingRest,
  };
}
