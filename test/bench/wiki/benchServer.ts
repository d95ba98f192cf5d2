import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type InitializeParams,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

/** A language server in a process of its own, over stdio, as an editor runs it. */
export interface ServerProcess {
  readonly client: ProtocolConnection;
  readonly capabilities: InitializeResult['capabilities'];
  /** Resident memory in megabytes, now. */
  memory(): number;
  stop(): Promise<void>;
}

/** A server as the bench drives it: what the two have in common. */
export interface BenchServer {
  readonly name: string;
  /** Starts over a wiki; resolves when the server has answered `initialize`. */
  start(folder: string): Promise<void>;
  /** Waits until every problem of the wiki is known; gives their number, or undefined if it cannot be asked for. */
  allProblems(): Promise<number | undefined>;
  open(file: string, text: string): Promise<void>;
  /** Replaces a range of an open document and waits for the problems of what results. */
  typeAndCheck(file: string, range: Range, text: string): Promise<void>;
  /** The number of results of a request at a place in an open document. */
  references(file: string, position: Position): Promise<number>;
  hover(file: string, position: Position): Promise<number>;
  completion(file: string, position: Position): Promise<number>;
  /** The number of edits for a page that moves; undefined if the server has no such request. */
  moveFile(from: string, to: string): Promise<number | undefined>;
  memory(): number;
  stop(): Promise<void>;
}

export function uriOf(folder: string, file: string): string {
  return `${pathToFileURL(folder)}/${file.split('/').map(encodeURIComponent).join('/')}`;
}

/** Starts a server script with this Node.js, and initialises it. `prepare` answers what the server asks. */
export async function startServerProcess(
  script: readonly string[],
  folder: string,
  params: Partial<InitializeParams>,
  prepare: (client: ProtocolConnection) => void,
): Promise<ServerProcess> {
  const child = spawn(process.execPath, script, { stdio: ['pipe', 'pipe', 'inherit'] });
  const client = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  prepare(client);
  client.listen();
  const root = pathToFileURL(folder).href;
  const { capabilities } = await client.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: root,
    capabilities: {},
    workspaceFolders: [{ uri: root, name: 'wiki' }],
    ...params,
  });
  await client.sendNotification('initialized', {});
  return {
    client,
    capabilities,
    memory: () => residentMegabytes(child),
    async stop() {
      await client.sendRequest('shutdown');
      await client.sendNotification('exit');
      client.dispose();
      child.kill();
    },
  };
}

function residentMegabytes({ pid }: ChildProcess): number {
  if (process.platform === 'linux') {
    const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  }
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}
