import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  ApplyWorkspaceEditRequest,
  type CodeAction,
  CodeActionTriggerKind,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { requests, type StructuralEditParams, type StructuralEditResult } from '../../server/src/protocol.ts';
import { startTestServer, type TestServer } from '../support/lsp.ts';

const wiki = `--- /home.md
---
title: Home
---

# Home

## Water

|a|b|
|-|-|
|long|2|
--- /other.md
[a](water) [b](/home#water)
--- /other/water.md
Cool.
`;
const resolving = {
  capabilities: {
    workspace: { applyEdit: true, workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
    textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
  },
};
const table = { line: 8, character: 1 };

async function actions(
  server: TestServer,
  line: number,
  only?: string[],
  triggerKind?: CodeActionTriggerKind,
): Promise<CodeAction[]> {
  const place = { line, character: 0 };
  return await server.client.sendRequest('textDocument/codeAction', {
    textDocument: { uri: server.uri('home.md') },
    range: { start: place, end: place },
    context: { diagnostics: [], only, triggerKind },
  });
}

/** The texts that an edit writes, by file. */
function writtenBy(server: TestServer, edit: WorkspaceEdit | undefined): string[] {
  return (edit?.documentChanges ?? []).flatMap((change) => {
    if (!('edits' in change))
      return 'uri' in change ? [`create ${change.uri.slice(server.platform.root.length + 1)}`] : [];
    const file = change.textDocument.uri.slice(server.platform.root.length + 1);
    return change.edits.map((it) => `${file}: ${'newText' in it ? it.newText.split('\n')[0] : ''}`);
  });
}

describe('structural edits', () => {
  test('are offered where they may fit, and made when one is chosen', async (context) => {
    const server = await startTestServer(context, wiki, resolving);
    const titles = async (line: number, only?: string[]) =>
      (await actions(server, line, only)).map(({ title }) => title);
    assert.deepEqual(await titles(4), ['Extract the section into a new page']);
    assert.deepEqual(await titles(3), []);
    assert.deepEqual(await titles(3, ['source']), ['Insert or update the table of contents']);
    assert.deepEqual(await titles(8, ['refactor.rewrite']), ['Format the table']);
    const [action] = await actions(server, 8);
    assert.equal(action?.title, 'Format the table');
    assert.equal(action?.edit, undefined);
    const resolved: CodeAction = await server.client.sendRequest('codeAction/resolve', action);
    assert.deepEqual(writtenBy(server, resolved.edit), [
      'home.md: | a    | b |',
      'home.md: | ---- | - |',
      'home.md: | long | 2 |',
    ]);
  });

  test('that turn out not to fit say why, but not when a page is saved', async (context) => {
    const server = await startTestServer(context, wiki, resolving);
    const shown: string[] = [];
    server.client.onRequest('window/showMessageRequest', ({ message }: { message: string }) => {
      shown.push(message);
      return null;
    });
    for (const only of [['refactor.extract'], ['source.auxWiki.tableOfContents']]) {
      const [action] = await actions(server, 4, only);
      const resolved: CodeAction = await server.client.sendRequest('codeAction/resolve', action);
      assert.equal(resolved.edit === undefined, only[0] === 'refactor.extract');
    }
    assert.deepEqual(shown, ['This section is the whole page: rename the page instead.']);
  });

  test('on save bring a table of contents up to date, and insert none', async (context) => {
    const server = await startTestServer(context, wiki, resolving);
    const onSave = async () => {
      const [action] = await actions(server, 0, ['source.auxWiki.tableOfContents'], CodeActionTriggerKind.Automatic);
      const resolved: CodeAction = await server.client.sendRequest('codeAction/resolve', action);
      return writtenBy(server, resolved.edit).length;
    };
    assert.equal(await onSave(), 0);
    await server.open('home.md', '# Home\n\n<!-- toc -->\n<!-- /toc -->\n\n## Water\n');
    assert.equal(await onSave(), 1);
  });

  test('have their edits at once for editors that do not ask later, where they are asked for', async (context) => {
    const server = await startTestServer(context, wiki);
    assert.deepEqual(await actions(server, 8), []);
    const [action] = await actions(server, 8, ['refactor']);
    assert.equal(writtenBy(server, action?.edit).length, 3);
    assert.deepEqual(await actions(server, 3, ['source.auxWiki.normalizeLinks']), []);
  });

  test('are made by a request, which has the editor apply them or says why not', async (context) => {
    const server = await startTestServer(context, wiki, resolving);
    const edits: WorkspaceEdit[] = [];
    server.client.onRequest(ApplyWorkspaceEditRequest.type, ({ edit }) => {
      edits.push(edit);
      return { applied: true };
    });
    const ask = async (params: Partial<StructuralEditParams>) =>
      await server.client.sendRequest<StructuralEditResult>(requests.structuralEdit, {
        uri: server.uri('home.md'),
        position: table,
        ...params,
      });
    assert.deepEqual(await ask({ name: 'formatTable' }), { kind: 'done', changes: 3 });
    const cursor = { line: 5, character: 0 };
    assert.deepEqual(await ask({ name: 'formatTable', position: cursor }), {
      kind: 'refused',
      reason: 'The cursor is in no table.',
    });
    assert.deepEqual(await ask({ name: 'extractSection' }), { kind: 'proposed', path: 'water' });
    assert.deepEqual(await ask({ name: 'extractSection', path: 'care/water' }), { kind: 'done', changes: 3 });
    assert.deepEqual(writtenBy(server, edits.at(-1)), [
      'home.md: [Water](/care/water)',
      'other.md: /care/water',
      'create care/water.md',
      'care/water.md: ---',
    ]);
    assert.deepEqual(await ask({ name: 'normalizeAllLinks' }), { kind: 'done', changes: 1 });
    const annotations = Object.values(edits.at(-1)?.changeAnnotations ?? {});
    assert.deepEqual(
      annotations.map(({ needsConfirmation }) => needsConfirmation),
      [true],
    );
    assert.deepEqual(await ask({ name: 'formatTable', uri: 'file:///elsewhere/x.md' }), {
      kind: 'refused',
      reason: 'This is no page of a wiki.',
    });
  });
});
