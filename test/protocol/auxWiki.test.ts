import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import {
  type CodeAction,
  CodeActionRequest,
  ReferencesRequest,
  type TextDocumentEdit,
} from 'vscode-languageserver/node';
import { requests, type TreeNode, type TreeResult } from '../../server/src/protocol.ts';
import { startTestServer, type TestServer } from '../support/lsp.ts';
import { sharedTest } from '../support/shared.ts';

/** The real wiki as it lies on the disk, some files replaced. */
function auxWiki(shared: string, replaced: Record<string, string> = {}): Map<string, Uint8Array> {
  const root = `${shared}/corpora/aux-wiki`;
  const files = new Map<string, Uint8Array>();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = `${entry.parentPath}/${entry.name}`;
    files.set(path.slice(root.length + 1), readFileSync(path));
  }
  for (const [file, path] of Object.entries(replaced)) files.set(file, readFileSync(path));
  return files;
}

const missing = (server: TestServer, file: string, target: string) =>
  server.diagnostics(file).find(({ code, data }) => code === 'link/missing-page' && data.target === target);

function paths(nodes: readonly TreeNode[]): string[] {
  return nodes.flatMap(({ path, children }) => [path, ...paths(children)]);
}

sharedTest(
  'the dead link of the real wiki is reported, mended by its quick fix, and then known everywhere',
  async (shared, context) => {
    const server = await startTestServer(context, auxWiki(shared));
    await server.untilChecked();
    const file = 'community/security.md';
    const target = '/report-a-security-vulnerability';
    const diagnostic = missing(server, file, target);
    assert.equal(diagnostic?.severity, 1);

    const actions = await server.client.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: server.uri(file) },
      range: diagnostic.range,
      context: { diagnostics: [diagnostic] },
    });
    const creation = (actions as CodeAction[]).find(({ edit }) => JSON.stringify(edit).includes('"kind":"create"'));
    const [create, text] = creation?.edit?.documentChanges ?? [];
    assert.ok(create !== undefined && 'kind' in create && create.kind === 'create');
    const [edit] = (text as TextDocumentEdit).edits;
    assert.equal(create.uri, server.uri(`${target.slice(1)}.md`));
    await server.changeOnDisk({
      [`${target.slice(1)}.md`]: edit !== undefined && 'newText' in edit ? edit.newText : '',
    });
    await server.until(() => missing(server, file, target) === undefined, 'the error to go');

    const { wikis } = await server.client.sendRequest<TreeResult>(requests.tree, {});
    assert.ok(wikis.flatMap(({ locales }) => locales.flatMap(({ nodes }) => paths(nodes))).includes(target.slice(1)));
    const places = await server.client.sendRequest(ReferencesRequest.type, {
      textDocument: { uri: create.uri },
      position: { line: 1, character: 2 },
      context: { includeDeclaration: false },
    });
    assert.ok(places?.some(({ uri }) => uri === server.uri(file)));
  },
);

sharedTest('the missing page of the seed is reported on the home page', async (shared, context) => {
  const server = await startTestServer(context, auxWiki(shared, { 'home.md': `${shared}/seed/home.md` }));
  await server.untilChecked();
  assert.equal(missing(server, 'home.md', '/getting-started')?.severity, 1);
});
