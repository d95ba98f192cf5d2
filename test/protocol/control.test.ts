import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { startTestServer, type TestServer } from '../support/lsp.ts';

const page = (body: string) => `---\ntitle: Some page\n---\n\n${body}\n`;

async function actionsAt(server: TestServer, file: string, line: number, character: number): Promise<CodeAction[]> {
  const position = { line, character };
  return await server.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: server.uri(file) },
    range: { start: position, end: position },
    context: { diagnostics: [] },
  });
}

describe('comments that silence rules', () => {
  const dead = '[dead](/nowhere)';

  test('keep a problem from being shown and counted, as soon as they are typed', async (context) => {
    const server = await startTestServer(context, `--- /home.md\n${page(dead)}`);
    await server.untilChecked();
    assert.equal(server.wikis.at(-1)?.wikis[0]?.problems, 1);
    await server.open('home.md', page(`<!-- aux-wiki-disable-next-line link -->\n${dead}`));
    await server.until(() => server.problems('home.md').length === 0, 'the problem to be silenced');
    await server.until(() => server.wikis.at(-1)?.wikis[0]?.problems === 0, 'the problem not to count');
    await server.type('home.md', page('<!-- aux-wiki-disable-next-line link -->\n[alive](/home)'));
    await server.until(() => server.problems('home.md').length === 1, 'the idle comment');
    assert.deepEqual(server.problems('home.md'), ['suppress/unused 4:0']);
    const [idle] = server.diagnostics('home.md');
    assert.deepEqual(idle?.tags, [1], 'it is faded');
  });

  test('are written by a quick fix of the problem, which is offered last', async (context) => {
    const server = await startTestServer(context, `--- /home.md\n${page(dead)}`);
    await server.untilChecked();
    const actions = await actionsAt(server, 'home.md', 4, 8);
    assert.deepEqual(
      actions.map(({ title, isPreferred }) => `${title} ${isPreferred === true}`),
      [
        'Create the page /nowhere true',
        'Remove the link, keep its text false',
        'Silence link/missing-page for this line false',
        'Silence link/missing-page in this file false',
      ],
    );
    assert.deepEqual(actions.at(-2)?.edit?.documentChanges?.[0], {
      textDocument: { uri: server.uri('home.md'), version: null },
      edits: [
        {
          range: { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } },
          newText: '<!-- aux-wiki-disable-next-line link/missing-page -->\n',
        },
      ],
    });
  });
});

describe('a file that only looks like a page', () => {
  test('is told of, renamed by a quick fix, and forgotten when it is gone', async (context) => {
    const server = await startTestServer(context, `--- /home.md\n${page('Hello.')}--- /care/water.MD\n# Water\n`);
    await server.untilChecked();
    assert.deepEqual(server.problems('care/water.MD'), ['path/not-a-page 0:0']);
    assert.equal(server.wikis.at(-1)?.wikis[0]?.problems, 1);
    const actions = await actionsAt(server, 'care/water.MD', 0, 0);
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['Rename the file to care/water.md'],
    );
    await server.changeOnDisk({ 'care/water.MD': undefined, 'care/water.md': page('Cool.') });
    await server.until(() => server.problems('care/water.MD').length === 0, 'the file to be forgotten');
    await server.changeOnDisk({ 'fish.markdown': '# Fish\n' });
    await server.until(() => server.problems('fish.markdown').length === 1, 'another such file');
  });
});
