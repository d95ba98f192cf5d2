import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  CodeLensRefreshRequest,
  CodeLensRequest,
  DocumentHighlightRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  InlayHintRequest,
  type Location,
  SelectionRangeRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver/node';
import { requests } from '../../server/src/protocol.ts';
import { startTestServer, type TestServer } from '../support/lsp.ts';

const wiki = `
--- /home.md
---
title: Home
---

# Welcome

[guide](/guides/first) [](/guides/first)
--- /guides/first.md
---
title: First steps
---

## Part
`;

const home = (server: TestServer) => ({ textDocument: { uri: server.uri('home.md') } });
const first = (server: TestServer) => ({ textDocument: { uri: server.uri('guides/first.md') } });
const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

describe('the editor asks for', () => {
  test('highlights', async (context) => {
    const server = await startTestServer(context, wiki);
    const params = { ...home(server), position: { line: 6, character: 12 } };
    const found = await server.client.sendRequest(DocumentHighlightRequest.type, params);
    assert.deepEqual(
      found?.map(({ range }) => range.start.character),
      [8, 26],
    );
  });

  test('the outline and folds', async (context) => {
    const server = await startTestServer(context, wiki);
    const symbols = await server.client.sendRequest(DocumentSymbolRequest.type, home(server));
    assert.deepEqual(
      symbols?.map(({ name }) => name),
      ['Welcome'],
    );
    const folds = await server.client.sendRequest(FoldingRangeRequest.type, home(server));
    assert.deepEqual(
      folds?.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [0, 2],
        [4, 6],
      ],
    );
  });

  test('no outline where the editor has one itself', async (context) => {
    const capabilitiesWith = async (initializationOptions: unknown) => {
      const server = await startTestServer(context, wiki, { initializationOptions });
      const capabilities = server.initialized?.capabilities;
      return [capabilities?.documentSymbolProvider, capabilities?.foldingRangeProvider];
    };
    assert.deepEqual(await capabilitiesWith({}), [true, true]);
    assert.deepEqual(await capabilitiesWith({ builtInMarkdown: true }), [undefined, undefined]);
  });

  test('a growing selection', async (context) => {
    const server = await startTestServer(context, wiki);
    const params = { ...home(server), positions: [{ line: 4, character: 4 }] };
    const [selection] = (await server.client.sendRequest(SelectionRangeRequest.type, params)) ?? [];
    assert.deepEqual(selection?.range.start, { line: 4, character: 2 });
    assert.deepEqual(selection?.parent?.range.start, { line: 4, character: 0 });
  });

  test('symbols of the workspace', async (context) => {
    const server = await startTestServer(context, wiki);
    const names = async (query: string) => {
      const found = await server.client.sendRequest(WorkspaceSymbolRequest.type, { query });
      return found?.map(({ name }) => name);
    };
    assert.deepEqual(await names('first'), ['First steps']);
    assert.deepEqual(await names('part'), ['Part']);
  });

  test('what stands above a page, unless it is turned off', async (context) => {
    const capabilities = { workspace: { configuration: true, codeLens: { refreshSupport: true } } };
    const server = await startTestServer(context, wiki, { capabilities });
    let refreshes = 0;
    server.client.onRequest(CodeLensRefreshRequest.type, () => {
      refreshes++;
    });
    const titles = async () => {
      const lenses = await server.client.sendRequest(CodeLensRequest.type, first(server));
      return lenses?.map(({ command }) => command?.title);
    };
    assert.deepEqual(await titles(), ['1 page links here']);
    await server.changeOnDisk({ 'other.md': '[x](/guides/first)\n' });
    await server.until(() => server.wikis.at(-1)?.wikis[0]?.pages === 3, 'the new page');
    assert.deepEqual(await titles(), ['2 pages link here']);
    assert.ok(refreshes > 0);
    server.configuration = { 'auxWiki.codeLens.backlinks': false };
    const before = refreshes;
    await server.client.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await server.idle(50);
    assert.equal(await titles(), undefined);
    assert.ok(refreshes > before);
  });

  test('titles of bare links, if they are turned on', async (context) => {
    const capabilities = { workspace: { configuration: true } };
    const labels = async (configuration: Record<string, unknown>) => {
      const server = await startTestServer(context, wiki, { capabilities, configuration });
      await server.untilChecked();
      const hints = await server.client.sendRequest(InlayHintRequest.type, { ...home(server), range: whole });
      return hints?.map(({ label }) => label);
    };
    assert.equal(await labels({}), undefined);
    assert.deepEqual(await labels({ 'auxWiki.inlayHints.linkTitles': true }), ['First steps']);
  });

  test('the links to a page', async (context) => {
    const server = await startTestServer(context, wiki);
    const params = { uri: server.uri('guides/first.md') };
    const links = await server.client.sendRequest<Location[]>(requests.backlinks, params);
    assert.deepEqual(
      links.map(({ uri }) => uri),
      [server.uri('home.md'), server.uri('home.md')],
    );
  });
});
