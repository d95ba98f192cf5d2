import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  HoverRequest,
  WorkDoneProgress,
  WorkDoneProgressCancelNotification,
  WorkDoneProgressCreateRequest,
  type WorkspaceFolder,
} from 'vscode-languageserver/node';
import { requests, type WikisResult } from '../../server/src/protocol.ts';
import { startTestServer, type TestServer } from '../support/lsp.ts';

const roots = async (server: TestServer) => {
  const { wikis } = await server.client.sendRequest<WikisResult>(requests.wikis, {});
  return wikis.map(({ root }) => root.replace('file:///workspace', '')).sort();
};

const broken = '[nowhere](/nowhere)\n';

describe('a workspace', () => {
  test('without a wiki is left alone', async (context) => {
    const server = await startTestServer(context, `--- /README.md\n${broken}--- /docs/a.md\n${broken}`);
    assert.deepEqual(await roots(server), []);
    await server.open('README.md', broken);
    await server.idle();
    assert.deepEqual(server.published, []);
    const params = { textDocument: { uri: server.uri('README.md') }, position: { line: 0, character: 12 } };
    assert.equal(await server.client.sendRequest(HoverRequest.type, params), null);
  });

  test('becomes one with a wiki when a home page appears, and is none when it goes', async (context) => {
    const server = await startTestServer(context, `--- /docs/a.md\n${broken}`);
    assert.deepEqual(await roots(server), []);
    await server.changeOnDisk({ 'docs/home.md': broken });
    await server.until(() => server.filesWithProblems().length === 2, 'the problems of the wiki');
    assert.deepEqual(await roots(server), ['/docs']);
    await server.changeOnDisk({ 'docs/home.md': undefined });
    await server.until(() => server.filesWithProblems().length === 0, 'the problems to go');
    assert.deepEqual(await roots(server), []);
  });

  const two = `--- /one/home.md\n${broken}--- /two/home.md\n${broken}--- /two/nowhere.md\nx\n`;

  test('can have several folders, each with its own pages', async (context) => {
    const server = await startTestServer(context, two, { folders: ['one', 'two'] });
    assert.deepEqual(await roots(server), ['/one', '/two']);
    await server.untilChecked();
    const isMissing = (file: string) =>
      server.problems(file).some((problem) => problem.startsWith('link/missing-page'));
    assert.deepEqual([isMissing('one/home.md'), isMissing('two/home.md')], [true, false]);
  });

  test('can have settings for each of its folders', async (context) => {
    const capabilities = { workspace: { configuration: true } };
    const configuration = { 'file:///workspace/one auxWiki.rules': { link: 'off' } };
    const fixture = `--- /one/home.md\n${broken}--- /two/home.md\n${broken}`;
    const server = await startTestServer(context, fixture, { folders: ['one', 'two'], capabilities, configuration });
    await server.untilChecked();
    const isMissing = (file: string) =>
      server.problems(file).some((problem) => problem.startsWith('link/missing-page'));
    await server.until(() => !isMissing('one/home.md') && isMissing('two/home.md'), 'the settings to hold');
  });

  test('can gain and lose folders', async (context) => {
    const capabilities = { workspace: { workspaceFolders: true } };
    const server = await startTestServer(context, two, { folders: ['one'], capabilities });
    await server.untilChecked();
    const folder = (name: string): WorkspaceFolder => ({ uri: server.uri(name), name });
    const event = { added: [folder('two')], removed: [folder('one')] };
    await server.client.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    await server.until(() => server.filesWithProblems().includes('two/home.md'), 'the new folder');
    assert.ok(!server.filesWithProblems().includes('one/home.md'));
    assert.deepEqual(await roots(server), ['/two']);
  });

  test('keeps documents that were open before their wiki was found', async (context) => {
    const server = await startTestServer(context, `--- /home.md\n${broken}--- /a.md\nx\n`);
    await server.open('nowhere.md', 'Not on disk.\n');
    await server.untilChecked();
    assert.ok(!server.problems('home.md').some((problem) => problem.startsWith('link/missing-page')));
  });

  test('says nothing of a wiki that it has not read to its end', async (context) => {
    const fixture = '--- /home.md\n[a](/far)\n--- /far.md\n[b](/home)\n';
    const server = await startTestServer(context, fixture, { readTime: 400 });
    await server.open('home.md', '[a](/far) typed\n');
    await server.untilChecked();
    assert.deepEqual(
      server.published.filter(({ diagnostics }) => diagnostics.some(({ code }) => code === 'link/missing-page')),
      [],
    );
  });

  test('is watched: all of a wiki, and elsewhere only what makes a folder one', async (context) => {
    const capabilities = {
      workspace: { didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true } },
    };
    const server = await startTestServer(context, '--- /docs/home.md\nx\n', { capabilities });
    await server.until(() => server.registrations.length === 2, 'both registrations');
    assert.doesNotMatch(server.registrations[0] ?? '', /\*\*\/\*"/);
    assert.match(server.registrations[1] ?? '', /"baseUri":"file:\/\/\/workspace\/docs","pattern":"\*\*\/\*"/);
  });
});

describe('nothing brings the server down', () => {
  const position = { line: 0, character: 12 };

  test('hostile bytes', async (context) => {
    const server = await startTestServer(context, `--- /home.md\n${broken}`);
    await server.untilChecked();
    const bytes = (...values: number[]) => Uint8Array.from(values);
    await server.changeOnDisk({
      'latin1.md': bytes(0x5b, 0xe9, 0x5d, 0x28, 0x2f, 0xff, 0x29),
      'nul.md': bytes(0, 0x5b, 0, 0x5d, 0x28, 0, 0x29),
      'utf16.md': bytes(0xff, 0xfe, 0x23, 0x00, 0x20, 0x00),
      'surrogate.md': '[\ud83d](/\udc00#\ud83d)\n',
      'deep.md': '['.repeat(5000) + '>'.repeat(5000),
      'quotes.md': '> '.repeat(3000),
      'yaml.md': '---\n&a [*a, *a]\n? : ? : {\n---\n',
      'escapes.md': '[a](/%E0%A4%A#%zz) ![b](%) <a href="//">\n',
      'line\u2028.md': 'x\n',
      '.html': '<!--\n-->',
      'odd #%?.md': '[a](/odd%20%23%25%3F)\n',
    });
    await server.until(() => server.wikis.at(-1)?.wikis[0]?.pages === 12, 'every file to be read');
    await server.untilChecked();
    const textDocument = { uri: server.uri('escapes.md') };
    await server.client.sendRequest(HoverRequest.type, { textDocument, position });
    assert.deepEqual(
      server.log.filter((line) => line.includes('failed')),
      [],
    );
  });

  test('positions outside the text, and URIs that are none', async (context) => {
    const server = await startTestServer(context, `--- /home.md\n${broken}`);
    for (const uri of [
      server.uri('home.md'),
      'nonsense',
      'file:///',
      'file:///workspace',
      'file:///workspace/%E0%A4%A',
    ])
      for (const at of [position, { line: 9999, character: 9999 }]) {
        const params = { textDocument: { uri }, position: at };
        await server.client.sendRequest(HoverRequest.type, params);
        await server.client.sendRequest('textDocument/completion', params);
      }
  });

  test('a request that fails is logged and answered with nothing', async (context) => {
    const server = await startTestServer(context, `--- /home.md\n${broken}`);
    await server.untilChecked();
    server.platform.disk.read = () => Promise.reject(new Error('the disk is on fire'));
    const params = { textDocument: { uri: server.uri('home.md') }, position };
    assert.equal(await server.client.sendRequest(HoverRequest.type, params), null);
    await server.until(() => server.log.some((line) => line.includes('the disk is on fire')), 'a line in the log');
  });

  test('a cancelled request is answered as cancelled', async (context) => {
    const server = await startTestServer(context, `--- /home.md\n${broken}`);
    const params = { textDocument: { uri: server.uri('home.md') }, position };
    const source = new AbortController();
    const token = {
      get isCancellationRequested() {
        return source.signal.aborted;
      },
      onCancellationRequested(listener: (event: unknown) => unknown) {
        source.signal.addEventListener('abort', listener);
        return { dispose() {} };
      },
    };
    const answer = server.client.sendRequest(HoverRequest.type, params, token);
    source.abort();
    await assert.rejects(answer, { code: -32800 });
  });

  test('reading a wiki can be cancelled, and then nothing is said about it', async (context) => {
    const pages = Array.from({ length: 500 }, (_, i) => `--- /p${i}.md\n${broken}`).join('');
    const capabilities = { window: { workDoneProgress: true } };
    const server = await startTestServer(context, `--- /home.md\n${broken}${pages}`, { capabilities, readTime: 5 });
    server.client.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
      server.client.onProgress(WorkDoneProgress.type, token, ({ kind }) => {
        if (kind === 'begin') void server.client.sendNotification(WorkDoneProgressCancelNotification.type, { token });
      });
    });
    await server.until(() => server.log.some((line) => line.includes('was cancelled')), 'the scan to stop');
    await server.idle();
    assert.deepEqual(server.published, []);
  });
});
