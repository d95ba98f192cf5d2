import { PassThrough } from 'node:stream';
import type { TestContext } from 'node:test';
import {
  ApplyWorkspaceEditRequest,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShowMessageNotification,
  ShowMessageRequest,
  StreamMessageReader,
  StreamMessageWriter,
  UnregistrationRequest,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { notifications, type WikisResult } from '../../server/src/protocol.ts';
import { startServer } from '../../server/src/server.ts';
import { parseFixture } from './fixture.ts';
import { MemoryPlatform } from './memoryPlatform.ts';

export interface TestServerOptions {
  readonly capabilities?: InitializeParams['capabilities'];
  readonly initializationOptions?: unknown;
  /** Folders below the fixture's root that the editor has open; the root itself if not given. */
  readonly folders?: readonly string[];
  /** Answers to `workspace/configuration` by section, or by `folder section` for one folder. */
  readonly configuration?: Record<string, unknown>;
  /** How long the disk takes to read a file, in milliseconds. */
  readonly readTime?: number;
}

const longestWait = 10_000;

/** The real server on the other side of a pair of streams, over a wiki in memory. */
export class TestServer {
  readonly platform: MemoryPlatform;
  readonly client: ProtocolConnection;
  readonly log: string[] = [];
  /** Every publication, in order. */
  readonly published: { file: string; diagnostics: readonly Diagnostic[]; version: number | undefined }[] = [];
  readonly wikis: WikisResult[] = [];
  readonly registrations: string[] = [];
  /** What the server has shown to the person, in order; a question with its answers behind it. */
  readonly messages: string[] = [];
  /** Edits that the server has asked the editor to make. */
  readonly appliedEdits: WorkspaceEdit[] = [];
  /** The title of the answer that the person picks, of those that are offered. */
  pick: (question: string) => string | undefined = () => undefined;
  /** How often the server has said that the tree has changed. */
  treeChanges = 0;
  configuration: Record<string, unknown>;
  /** What the server has said of itself. */
  initialized: InitializeResult | undefined;
  readonly #current = new Map<string, readonly Diagnostic[]>();
  readonly #versions = new Map<string, number>();
  readonly #waiting = new Set<() => void>();

  constructor(
    files: string | Iterable<readonly [string, string | Uint8Array]>,
    { configuration = {}, readTime = 0 }: TestServerOptions,
  ) {
    this.configuration = configuration;
    this.platform = new MemoryPlatform(typeof files === 'string' ? parseFixture(files).files : files);
    this.platform.disk.readTime = readTime;
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), this.platform);
    this.client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    this.#answer();
    this.client.listen();
  }

  uri(file: string): string {
    return `${this.platform.root}/${file.split('/').map(encodeURIComponent).join('/')}`;
  }

  /** `code line:character` of each diagnostic that the editor shows for a file by now, zero-based. */
  problems(file: string): string[] {
    const diagnostics = this.#current.get(file) ?? [];
    return diagnostics.map(({ code, range: { start } }) => `${code} ${start.line}:${start.character}`);
  }

  diagnostics(file: string): readonly Diagnostic[] {
    return this.#current.get(file) ?? [];
  }

  /** Files that have diagnostics. */
  filesWithProblems(): string[] {
    return [...this.#current].flatMap(([file, diagnostics]) => (diagnostics.length === 0 ? [] : [file])).sort();
  }

  /** Waits until a condition holds, which is looked at after every message from the server. */
  async until(condition: () => boolean, what: string): Promise<void> {
    if (condition()) return;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(look);
        reject(new Error(`waited in vain for ${what}; the log says: ${this.log.join('\n')}`));
      }, longestWait);
      const look = () => {
        if (!condition()) return;
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
    });
  }

  /** Waits until the server has said that every page has been checked. */
  async untilChecked(): Promise<void> {
    await this.until(
      () => this.wikis.at(-1)?.wikis.every(({ isRead, unchecked }) => isRead && unchecked === 0) === true,
      'every page to be checked',
    );
  }

  /** Lets the server do what it would do by itself for a while: for tests that nothing happens. */
  async idle(milliseconds = 300): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
  }

  async open(file: string, text: string, uri = this.uri(file)): Promise<void> {
    this.#versions.set(file, 1);
    const textDocument = { uri, languageId: 'markdown', version: 1, text };
    await this.client.sendNotification('textDocument/didOpen', { textDocument });
  }

  /** Replaces the whole text of an open document. */
  async type(file: string, text: string): Promise<void> {
    const version = (this.#versions.get(file) ?? 0) + 1;
    this.#versions.set(file, version);
    const textDocument = { uri: this.uri(file), version };
    await this.client.sendNotification('textDocument/didChange', { textDocument, contentChanges: [{ text }] });
  }

  async close(file: string): Promise<void> {
    await this.client.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri(file) } });
  }

  /** Writes and deletes files on the disk and tells the server of it at once. */
  async changeOnDisk(files: Record<string, string | Uint8Array | undefined>, told = Object.keys(files)): Promise<void> {
    for (const [file, content] of Object.entries(files)) {
      if (content === undefined) this.platform.disk.files.delete(file);
      else this.platform.disk.write(file, content);
    }
    const changes = told.map((file) => ({ uri: this.uri(file), type: FileChangeType.Changed }));
    await this.client.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  async stop(): Promise<void> {
    await this.client.sendRequest('shutdown');
    this.client.dispose();
  }

  #answer(): void {
    const { client } = this;
    const look = () => {
      for (const waiting of [...this.#waiting]) waiting();
    };
    client.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics, version }) => {
      const file = decodeURIComponent(uri.slice(this.platform.root.length + 1));
      this.published.push({ file, diagnostics, version });
      this.#current.set(file, diagnostics);
      look();
    });
    client.onNotification(notifications.wikisChanged, (wikis: WikisResult) => {
      this.wikis.push(wikis);
      look();
    });
    client.onNotification(notifications.treeChanged, () => {
      this.treeChanges++;
      look();
    });
    client.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.log.push(message);
      look();
    });
    client.onRequest('workspace/configuration', ({ items }: { items: { section: string; scopeUri?: string }[] }) =>
      items.map(
        ({ section, scopeUri }) => this.configuration[`${scopeUri} ${section}`] ?? this.configuration[section] ?? null,
      ),
    );
    client.onRequest(RegistrationRequest.type, ({ registrations }) => {
      for (const registration of registrations) this.registrations.push(JSON.stringify(registration));
      look();
    });
    client.onRequest(UnregistrationRequest.type, () => {});
    client.onNotification(ShowMessageNotification.type, ({ message }) => {
      this.messages.push(message);
      look();
    });
    client.onRequest(ShowMessageRequest.type, ({ message, actions = [] }) => {
      this.messages.push([message, ...actions.map(({ title }) => `[${title}]`)].join(' '));
      setImmediate(look);
      return actions.find(({ title }) => title === this.pick(message)) ?? null;
    });
    client.onRequest(ApplyWorkspaceEditRequest.type, ({ edit }) => {
      this.appliedEdits.push(edit);
      setImmediate(look);
      return { applied: true };
    });
  }
}

/** Starts the server over a fixture or over files, as an editor does, and stops it when the test ends. */
export async function startTestServer(
  context: TestContext,
  files: string | Iterable<readonly [string, string | Uint8Array]>,
  options: TestServerOptions = {},
): Promise<TestServer> {
  const server = new TestServer(files, options);
  context.after(() => server.stop());
  const folders = options.folders ?? [''];
  server.initialized = await server.client.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities: options.capabilities ?? {},
    initializationOptions: options.initializationOptions,
    workspaceFolders: folders.map((folder) => ({ uri: server.uri(folder).replace(/\/$/, ''), name: folder })),
  });
  await server.client.sendNotification('initialized', {});
  return server;
}
