import * as vscode from 'vscode';
import {
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  type ServerOptions,
  State,
  TransportKind,
} from 'vscode-languageclient/node';
import { type InitializationOptions, notifications, type WikisResult } from '../../server/src/protocol.ts';
import { updateUnasked } from './links/updateUnasked.ts';

export type ServerState = 'starting' | 'running' | 'stopped';

/** The language server as the rest of the client sees it: requests that answer or give undefined, and what it tells. */
export interface WikiServer extends vscode.Disposable {
  readonly state: ServerState;
  readonly onDidChangeState: vscode.Event<ServerState>;
  /** Something that the tree of pages shows has changed, in any wiki. */
  readonly onDidChangeTree: vscode.Event<void>;
  readonly onDidChangeWikis: vscode.Event<WikisResult>;
  start(): Promise<void>;
  restart(): Promise<void>;
  /** Ends the process; to be waited for before the editor goes. */
  stop(): Promise<void>;
  /** Asks the server; undefined if it is not running, fails, or has no answer. What goes wrong is in the output channel. */
  request<Result>(method: string, params: object): Promise<Result | undefined>;
}

/** How long a start is waited for before another one, in milliseconds. */
const longestStart = 5000;

/** The server in `dist/server.js`, in a process of its own, which `start` starts. */
export function createWikiServer(context: vscode.ExtensionContext, output: vscode.LogOutputChannel): WikiServer {
  const stateChanged = new vscode.EventEmitter<ServerState>();
  const treeChanged = new vscode.EventEmitter<void>();
  const wikisChanged = new vscode.EventEmitter<WikisResult>();
  let isToldOfTrust: boolean | undefined;
  const initializationOptions = (): InitializationOptions => {
    isToldOfTrust = vscode.workspace.isTrusted;
    return { clientCommands: true, builtInMarkdown: true, asksOnMove: true, git: isToldOfTrust };
  };
  const options = { ...clientOptions(output), initializationOptions };
  const client = new LanguageClient('auxWiki', 'Aux Wiki', serverOptions(context), options);
  let state: ServerState = 'stopped';
  let starting: Promise<void> = Promise.resolve();

  const subscriptions = [
    client.onDidChangeState(({ newState }) => {
      state = stateOf(newState);
      stateChanged.fire(state);
    }),
    client.onNotification(notifications.treeChanged, () => treeChanged.fire()),
    client.onNotification(notifications.wikisChanged, (wikis: WikisResult) => wikisChanged.fire(wikis)),
    // VS Code may tell of the trust while it starts; a server that began with it has nothing to learn.
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      if (isToldOfTrust === false) void restart();
    }),
    stateChanged,
    treeChanged,
    wikisChanged,
  ];

  function start(): Promise<void> {
    starting = startClient();
    return starting;
  }

  async function startClient(): Promise<void> {
    try {
      await client.start();
    } catch (error) {
      output.error(`The language server does not start: ${error}`);
    }
  }

  async function restart(): Promise<void> {
    output.info('Restarting the language server');
    // A client that is told to stop while it starts does neither, unless it never gets there.
    await Promise.race([starting, new Promise((resolve) => setTimeout(resolve, longestStart))]);
    // A server that hangs cannot be stopped in order; a new one is started all the same.
    if (client.needsStop()) await client.stop().catch((error) => output.warn(`The language server: ${error}`));
    await start();
  }

  return {
    get state() {
      return state;
    },
    onDidChangeState: stateChanged.event,
    onDidChangeTree: treeChanged.event,
    onDidChangeWikis: wikisChanged.event,
    start,
    restart,
    async request<Result>(method: string, params: object) {
      // While the server starts, the client lets the request wait.
      if (state === 'stopped') return undefined;
      try {
        const answer = await client.sendRequest<Result | null>(method, params);
        return answer ?? undefined;
      } catch (error) {
        output.error(`${method}: ${error}`);
        return undefined;
      }
    },
    dispose() {
      for (const subscription of subscriptions) subscription.dispose();
    },
    stop: () => (client.needsStop() ? client.stop() : Promise.resolve()),
  };
}

function serverOptions(context: vscode.ExtensionContext): ServerOptions {
  const module = context.asAbsolutePath('dist/server.js');
  return {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=0'] } },
  };
}

function clientOptions(output: vscode.LogOutputChannel): LanguageClientOptions {
  return {
    // The server reads the wiki from the disk, so only files on the disk can be pages.
    documentSelector: [
      { scheme: 'file', language: 'markdown' },
      { scheme: 'file', language: 'html' },
      { scheme: 'file', pattern: '**/.aux-wiki.yml' },
    ],
    middleware: { workspace: { willRenameFiles: updateUnasked } },
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticCollectionName: 'Aux Wiki',
    markdown: { isTrusted: false, supportHtml: false },
  };
}

function stateOf(state: State): ServerState {
  if (state === State.Running) return 'running';
  return state === State.Starting ? 'starting' : 'stopped';
}
