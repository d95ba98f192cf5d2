import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  type CodeAction,
  CodeActionRequest,
  CompletionRequest,
  DefinitionRequest,
  DocumentLinkRequest,
  HoverRequest,
  type Position,
  ReferencesRequest,
} from 'vscode-languageserver/node';
import {
  type CreatePageArguments,
  changedBlocks,
  commands,
  type NewPageResult,
  type PageBlock,
  type RenderBlocksResult,
  type RenderResult,
  type ResolveResult,
  requests,
  type TreeNode,
  type TreeResult,
  type WikisResult,
} from '../../server/src/protocol.ts';
import { longPage } from '../support/longPage.ts';
import { startTestServer, type TestServer } from '../support/lsp.ts';

const wiki = `
--- /home.md
---
title: Home
---

[guide](/guides/first) [nowhere](/nowhere) ![map](/map.png)
--- /guides/first.md
---
title: First steps
tags: basics
---

## Part
--- /guides/refused.md
---
title: 2024
---
x
--- /map.png
image
`;

const home = (position: Position, server: TestServer) => ({ textDocument: { uri: server.uri('home.md') }, position });
const onLink: Position = { line: 4, character: 12 };
const anywhere = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

describe('the editor asks for', () => {
  test('completion', async (context) => {
    const server = await startTestServer(context, wiki);
    const text = '[a](fir';
    await server.open('home.md', text);
    const list = await server.client.sendRequest(
      CompletionRequest.type,
      home({ line: 0, character: text.length }, server),
    );
    assert.ok(list !== null && 'items' in list);
    assert.deepEqual(
      list.items.map(({ label }) => label),
      ['/guides/first'],
    );
  });

  test('a hover', async (context) => {
    const server = await startTestServer(context, wiki);
    const hover = await server.client.sendRequest(HoverRequest.type, home(onLink, server));
    assert.match(JSON.stringify(hover?.contents), /First steps/);
  });

  test('a definition, with and without links', async (context) => {
    const linking = { textDocument: { definition: { linkSupport: true } } };
    for (const capabilities of [{}, linking]) {
      const server = await startTestServer(context, wiki, { capabilities });
      const found = await server.client.sendRequest(DefinitionRequest.type, home(onLink, server));
      const [place] = Array.isArray(found) ? found : [];
      const uri = place && ('targetUri' in place ? place.targetUri : place.uri);
      assert.equal(uri, server.uri('guides/first.md'));
      assert.equal(place !== undefined && 'targetUri' in place, capabilities === linking);
    }
  });

  test('references', async (context) => {
    const server = await startTestServer(context, wiki);
    const places = await server.client.sendRequest(ReferencesRequest.type, {
      ...home(onLink, server),
      context: { includeDeclaration: false },
    });
    assert.deepEqual(
      places?.map(({ uri }) => uri),
      [server.uri('home.md')],
    );
  });

  test('document links', async (context) => {
    const server = await startTestServer(context, wiki);
    const textDocument = { uri: server.uri('home.md') };
    const links = await server.client.sendRequest(DocumentLinkRequest.type, { textDocument });
    assert.deepEqual(
      links?.map(({ target }) => target),
      [server.uri('guides/first.md'), server.uri('map.png')],
    );
  });

  describe('code actions', () => {
    const actions = async (server: TestServer, only?: string[]) => {
      const textDocument = { uri: server.uri('home.md') };
      const diagnostics = [...server.diagnostics('home.md')];
      const found = await server.client.sendRequest(CodeActionRequest.type, {
        textDocument,
        range: anywhere,
        context: { diagnostics, only },
      });
      return (found ?? []) as CodeAction[];
    };
    const creates = ({ edit, command }: CodeAction) =>
      command?.command === commands.createPage || JSON.stringify(edit).includes('"kind":"create"');

    test('that create a page by an edit', async (context) => {
      const server = await startTestServer(context, wiki);
      await server.untilChecked();
      const action = (await actions(server)).find(creates);
      assert.equal(action?.kind, 'quickfix');
      assert.equal(action?.diagnostics?.[0]?.code, 'link/missing-page');
      const [create, text] = action?.edit?.documentChanges ?? [];
      assert.deepEqual(create, {
        kind: 'create',
        uri: server.uri('nowhere.md'),
        options: { overwrite: false, ignoreIfExists: true },
      });
      assert.match(JSON.stringify(text), /title: /);
    });

    test('that create a page by a command of the client', async (context) => {
      const server = await startTestServer(context, wiki, { initializationOptions: { clientCommands: true } });
      await server.untilChecked();
      const action = (await actions(server)).find(creates);
      const argument: CreatePageArguments = action?.command?.arguments?.[0];
      assert.equal(action?.command?.command, commands.createPage);
      assert.equal(argument.uri, server.uri('nowhere.md'));
      const line = argument.text.split('\n')[argument.title.line] ?? '';
      assert.equal(line.slice(argument.title.start, argument.title.end).toLowerCase(), 'nowhere');
    });

    test('of other kinds only', async (context) => {
      const server = await startTestServer(context, wiki);
      await server.untilChecked();
      assert.deepEqual(await actions(server, ['refactor']), []);
    });

    test('that fix all', async (context) => {
      const server = await startTestServer(context, wiki);
      await server.open('home.md', '---\ntitle: 2024\ndescription: 5\n---\n\nText.\n');
      const [action] = await actions(server, ['source.fixAll']);
      assert.equal(action?.kind, 'source.fixAll.auxWiki');
      const [change] = action?.edit?.documentChanges ?? [];
      assert.ok(change !== undefined && 'edits' in change);
      assert.deepEqual(
        change.edits.map((edit) => 'newText' in edit && edit.newText.replaceAll("'", '"')),
        ['"2024"', '"5"'],
      );
      assert.equal(change.textDocument.version, 1);
    });
  });
});

describe('the extension asks for', () => {
  const flat = (nodes: readonly TreeNode[]): string[] =>
    nodes.flatMap(({ path, title, state, children }) => [`${path} ${title} ${state}`, ...flat(children)]);

  test('the tree, and hears when it changes', async (context) => {
    const server = await startTestServer(context, wiki);
    await server.untilChecked();
    const tree = async () => {
      const { wikis } = await server.client.sendRequest<TreeResult>(requests.tree, {});
      return wikis.flatMap(({ locales }) => locales.flatMap(({ nodes }) => flat(nodes)));
    };
    assert.deepEqual(await tree(), [
      'guides guides folder',
      'guides/first First steps ok',
      'guides/refused refused not-imported',
      'home Home broken-links',
    ]);
    await server.changeOnDisk({ 'nowhere.md': '---\ntitle: Somewhere\n---\nx\n' });
    await server.until(() => server.wikis.at(-1)?.wikis[0]?.pages === 4, 'the new page');
    await server.untilChecked();
    assert.deepEqual((await tree()).slice(-2), ['home Home ok', 'nowhere Somewhere ok']);
  });

  test('nothing while only text is typed', async (context) => {
    const server = await startTestServer(context, wiki);
    await server.untilChecked();
    await server.open('home.md', '---\ntitle: Home\n---\n\n[nowhere](/nowhere)\n');
    await server.idle();
    const { treeChanges, wikis } = server;
    const told = wikis.length;
    await server.type('home.md', '---\ntitle: Home\n---\n\nTyped. [nowhere](/nowhere)\n');
    await server.until(() => server.published.at(-1)?.version === 2, 'the new places');
    await server.idle();
    assert.deepEqual([server.treeChanges, wikis.length], [treeChanges, told]);
    await server.type('home.md', '---\ntitle: Our home\n---\n\nTyped. [nowhere](/nowhere)\n');
    await server.until(() => server.treeChanges > treeChanges, 'the new title');
  });

  test('the wikis', async (context) => {
    const server = await startTestServer(context, wiki);
    await server.untilChecked();
    const { wikis } = await server.client.sendRequest<WikisResult>(requests.wikis, {});
    assert.deepEqual(
      wikis.map(({ root, name, pages, unchecked }) => ({ root, name, pages, unchecked })),
      [{ root: 'file:///workspace', name: 'workspace', pages: 3, unchecked: 0 }],
    );
  });

  test('what an href leads to', async (context) => {
    const server = await startTestServer(context, wiki);
    const params = { uri: server.uri('home.md'), href: '/guides/first#part' };
    const result = await server.client.sendRequest<ResolveResult>(requests.resolve, params);
    assert.deepEqual(result, { kind: 'page', uri: server.uri('guides/first.md'), fragment: 'part' });
  });

  test('a rendered page, from the open text', async (context) => {
    const server = await startTestServer(context, wiki);
    const render = () =>
      server.client.sendRequest<RenderResult>(requests.render, {
        uri: server.uri('home.md'),
        resourceBase: 'https://viewer.example/files',
      });
    const fromDisk = await render();
    assert.equal(fromDisk.version, -1);
    assert.equal(fromDisk.title, 'Home');
    assert.match(fromDisk.html, /class="is-internal-link is-valid-page"/);
    assert.match(fromDisk.html, /src="https:\/\/viewer\.example\/files\/map\.png"/);
    await server.open('home.md', '# Typed <x>\n');
    const typed = await render();
    assert.equal(typed.version, 1);
    assert.match(typed.html, /Typed/);
  });

  test('a rendered page in blocks, of which a keystroke sends only its own', async (context) => {
    const server = await startTestServer(context, wiki);
    const render = (since?: number) =>
      server.client.sendRequest<RenderBlocksResult>(requests.renderBlocks, { uri: server.uri('home.md'), since });
    const text = longPage(20_000);
    await server.open('home.md', text);
    const first = await render();
    assert.equal(first.since, undefined);
    await server.type('home.md', text.replace('high, and', 'high, x and'));
    const typed = await render(first.id);
    assert.equal(typed.since, first.id);
    assert.equal(typed.changes.filter((change) => 'html' in change).length, 1);
    assert.ok(JSON.stringify(typed.changes).length < 1000);
    await server.type('home.md', text.replace('high, and', 'high,\n\nand'));
    const moved = await render(typed.id);
    const news = moved.changes.filter((change) => 'html' in change);
    assert.equal(news.length, 2);
    const again = await render(first.id);
    assert.deepEqual(
      changedBlocks(blocksOf(first), again.changes),
      changedBlocks(changedBlocks(blocksOf(first), typed.changes), moved.changes),
    );
    assert.equal((await render(1)).since, undefined, 'an answer of which nothing is known');
  });

  test('a new page', async (context) => {
    const server = await startTestServer(context, wiki);
    const params = { root: 'file:///workspace', locale: undefined, path: '/guides/second steps', title: undefined };
    const refused = await server.client.sendRequest<NewPageResult>(requests.newPage, params);
    assert.equal(refused.kind, 'refused');
    const made = await server.client.sendRequest<NewPageResult>(requests.newPage, { ...params, path: 'guides/second' });
    assert.equal(made.kind === 'ok' && made.uri, server.uri('guides/second.md'));
  });
});

/** The blocks of an answer that is a whole page. */
function blocksOf({ changes }: RenderBlocksResult): PageBlock[] {
  return changes.filter((change) => 'html' in change);
}
