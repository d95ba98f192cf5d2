import assert from 'node:assert/strict';
import { type ChildProcess, execFile, fork, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import {
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

const source = (file: string) => fileURLToPath(new URL(`../../server/src/${file}`, import.meta.url));

/** Talks to a server in a process of its own, until it has said what is wrong with a wiki on this disk, and ends it. */
async function check(
  context: TestContext,
  child: ChildProcess,
  reader: MessageReader,
  writer: MessageWriter,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'aux wiki #'));
  context.after(() => rm(folder, { recursive: true }));
  context.after(() => child.kill());
  await writeFile(join(folder, 'home.md'), '[nowhere](/nowhere)\n');
  const client = createProtocolConnection(reader, writer);
  const published = new Promise<string>((resolve) => {
    client.onNotification(PublishDiagnosticsNotification.type, ({ uri }) => resolve(fileURLToPath(uri)));
  });
  client.listen();
  const uri = pathToFileURL(folder).href;
  const workspaceFolders = [{ uri, name: 'wiki' }];
  await client.sendRequest('initialize', { processId: process.pid, rootUri: uri, capabilities: {}, workspaceFolders });
  await client.sendNotification('initialized', {});
  assert.equal(await published, join(folder, 'home.md'));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await client.sendRequest('shutdown');
  await client.sendNotification('exit');
  assert.equal(await ended, 0);
  client.dispose();
}

test('an editor starts the server over IPC', async (context) => {
  const child = fork(source('node.ts'), ['--node-ipc'], { execArgv: ['--import', 'tsx'], silent: true });
  await check(context, child, new IPCMessageReader(child), new IPCMessageWriter(child));
});

test('other editors start it as a command that talks over its input and output', async (context) => {
  const child = spawn(process.execPath, ['--import', 'tsx', source('cli.ts'), 'lsp', '--stdio']);
  await check(context, child, new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
});

test('what ships loads KaTeX for a page with mathematics, and for no other', async (context) => {
  const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
  const render = async (text: string) => {
    const cwd = await mkdtemp(join(tmpdir(), 'aux-wiki-katex-'));
    context.after(() => rm(cwd, { recursive: true }));
    await writeFile(join(cwd, 'page.md'), text);
    // Node.js itself then says what it loads.
    const env = { ...process.env, NODE_DEBUG: 'module' };
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [cli, 'render', 'page.md'], { env, cwd });
    return { html: stdout, hasLoadedKatex: /katex\.js/.test(stderr), hasLoadedCli: /cli\.js/.test(stderr) };
  };
  const plain = await render('It costs $5.\n');
  assert.deepEqual([plain.hasLoadedKatex, plain.hasLoadedCli], [false, true]);
  const maths = await render('So $a^2$.\n');
  assert.equal(maths.hasLoadedKatex, true);
  assert.match(maths.html, /<span class="katex">/);
});
