import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CodeAction } from 'vscode-languageserver/node';
import { startTestServer } from '../support/lsp.ts';

const head = '---\ntitle: Tank\n---\n\n';
const wiki = (rules: string) => `--- /.aux-wiki.yml
rules: { ${rules} }
--- /home.md
${head}**Bold**

Text, *cool* and _clean_.
--- /other.md
${head}**Bold**

Text.
`;

describe('style', () => {
  test('is looked for on the pages that are open, after everything else', async (context) => {
    const server = await startTestServer(context, wiki('link: hint'));
    await server.untilChecked();
    assert.deepEqual(server.filesWithProblems(), []);
    await server.open('home.md', `${head}**Bold**\n\nText, [nowhere](/nowhere).\n`);
    await server.until(() => server.problems('home.md').length === 2, 'the style of the open page');
    const published = server.published.filter(({ file }) => file === 'home.md').map(({ diagnostics }) => diagnostics);
    assert.deepEqual(
      published.map((diagnostics) => diagnostics.map(({ code }) => code)),
      [['link/missing-page'], ['link/missing-page', 'style/no-emphasis-as-heading']],
    );
    assert.equal(published[1]?.[1]?.severity, 4);
    assert.deepEqual(server.filesWithProblems(), ['home.md']);
  });

  test('is not looked for where it is off', async (context) => {
    const server = await startTestServer(context, wiki('style: off'));
    await server.open('home.md', `${head}**Bold**\n\nText.\n`);
    await server.untilChecked();
    await server.idle(500);
    assert.deepEqual(server.problems('home.md'), []);
  });

  test('goes with what is typed, and is fixed by a quick fix and by fix-all', async (context) => {
    const server = await startTestServer(context, wiki('style: hint'));
    const text = `${head}Text, *cool* and _clean_.\n`;
    await server.open('home.md', text);
    await server.until(() => server.problems('home.md').length === 1, 'the marker');
    const range = { start: { line: 4, character: 18 }, end: { line: 4, character: 18 } };
    const actions = async (only: string) => {
      const params = {
        textDocument: { uri: server.uri('home.md') },
        range,
        context: { diagnostics: [], only: [only] },
      };
      return await server.client.sendRequest<CodeAction[]>('textDocument/codeAction', params);
    };
    const star = (character: number) => ({
      range: { start: { line: 4, character }, end: { line: 4, character: character + 1 } },
      newText: '*',
    });
    for (const only of ['quickfix', 'source.fixAll.auxWiki']) {
      const [action] = await actions(only);
      const [change] = action?.edit?.documentChanges ?? [];
      assert(change !== undefined && 'edits' in change);
      assert.deepEqual(change.edits, [star(17), star(23)]);
    }
    await server.type('home.md', text.replaceAll('_', '*'));
    await server.until(() => server.problems('home.md').length === 0, 'the marker to be fixed');
  });
});
