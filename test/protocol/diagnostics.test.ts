import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { startTestServer } from '../support/lsp.ts';

const page = (title: string, body: string) =>
  `---\ntitle: ${title}\ndescription: \npublished: true\ndate: 2024-05-01T12:00:00.000Z\ntags: \neditor: markdown\ndateCreated: 2024-05-01T12:00:00.000Z\n---\n\n${body}\n`;

const wiki = `
--- /home.md
${page('Home', '[guide](/guide) [part](/guide#part)')}
--- /guide.md
${page('Guide', '## Part\n\n[nowhere](/nowhere)')}
--- /other.md
${page('Other', 'Nothing to see.')}
`;

const missing = 'link/missing-page 10:11';

describe('diagnostics', () => {
  test('cover the whole wiki, and not only open files', async (context) => {
    const server = await startTestServer(context, wiki);
    await server.untilChecked();
    assert.deepEqual(server.filesWithProblems(), ['guide.md']);
    const [diagnostic] = server.diagnostics('guide.md');
    assert.equal(diagnostic?.code, 'link/missing-page');
    assert.equal(diagnostic?.source, 'aux-wiki');
    assert.equal(diagnostic?.severity, 1);
    assert.equal(
      diagnostic?.codeDescription?.href,
      'https://github.com/auxolotl/aux-wiki/blob/main/docs/rules/link/missing-page.md',
    );
    assert.deepEqual(diagnostic?.data, { code: 'link/missing-page', target: '/nowhere' });
  });

  test('follow what is typed, in every page that it concerns', async (context) => {
    const server = await startTestServer(context, wiki);
    await server.untilChecked();
    await server.open('guide.md', page('Guide', '## Part'));
    await server.until(() => server.problems('guide.md').length === 0, 'the link to be mended');
    await server.type('guide.md', page('Guide', '## Piece'));
    await server.until(() => server.problems('home.md').length === 1, 'the anchor to be missed');
    assert.deepEqual(server.problems('home.md'), ['link/missing-anchor 10:23']);
    await server.type('guide.md', page('Guide', '## Part'));
    await server.until(() => server.problems('home.md').length === 0, 'the anchor to be found again');
  });

  test('wait for typing to rest as long as the client wants', async (context) => {
    const server = await startTestServer(context, wiki, { initializationOptions: { typingRest: 1500 } });
    await server.untilChecked();
    await server.open('guide.md', page('Guide', '## Part'));
    await server.idle();
    assert.equal(server.problems('guide.md').length, 1);
  });

  test('are told, though quick fixes were asked for before', async (context) => {
    const server = await startTestServer(context, wiki);
    await server.untilChecked();
    await server.idle();
    const treeChanges = server.treeChanges;
    await server.open('other.md', page('Other', '[nowhere](/nowhere)'));
    await server.client.sendRequest('textDocument/codeAction', {
      textDocument: { uri: server.uri('other.md') },
      range: { start: { line: 10, character: 12 }, end: { line: 10, character: 12 } },
      context: { diagnostics: [] },
    });
    await server.until(() => server.problems('other.md').length === 1, 'the dead link to be told');
    await server.until(() => server.treeChanges > treeChanges, 'the tree to be told');
  });

  test('carry the version of the document that they are about', async (context) => {
    const server = await startTestServer(context, wiki);
    await server.untilChecked();
    await server.open('guide.md', page('Guide', '[nowhere](/nowhere)'));
    await server.type('guide.md', page('Guide', '\n[nowhere](/nowhere)'));
    await server.until(() => server.problems('guide.md').includes('link/missing-page 11:10'), 'the new text');
    assert.equal(server.published.at(-1)?.version, 2);
  });

  test('are those of the disk again, when a document is closed unsaved', async (context) => {
    const server = await startTestServer(context, wiki);
    await server.untilChecked();
    await server.open('guide.md', page('Guide', '## Part'));
    await server.until(() => server.problems('guide.md').length === 0, 'the text that is open');
    await server.close('guide.md');
    await server.until(() => server.problems('guide.md').length === 1, 'the text on disk');
  });

  test('count an unsaved new file as a page while it is open', async (context) => {
    const server = await startTestServer(context, wiki);
    await server.untilChecked();
    await server.open('nowhere.md', page('Nowhere', 'Somewhere.'));
    await server.until(() => server.problems('guide.md').length === 0, 'the page to be there');
    await server.close('nowhere.md');
    await server.until(() => server.problems('guide.md').length === 1, 'the page to be gone');
  });

  test('do not care for documents that are no files', async (context) => {
    const server = await startTestServer(context, wiki);
    await server.untilChecked();
    const before = server.published.length;
    await server.open('x.md', '[x](/nowhere)', 'untitled:Untitled-1');
    await server.idle();
    assert.equal(server.published.length, before);
  });
});

describe('files on disk', () => {
  test('appear, change and go', async (context) => {
    const server = await startTestServer(context, wiki);
    await server.untilChecked();
    await server.changeOnDisk({ 'nowhere.md': page('Nowhere', 'Here.') });
    await server.until(() => server.problems('guide.md').length === 0, 'the new page');
    await server.changeOnDisk({ 'nowhere.md': undefined, 'guide.md': undefined });
    await server.until(() => server.filesWithProblems().join() === 'home.md', 'the pages to go');
  });

  test('that are open are left to the editor', async (context) => {
    const server = await startTestServer(context, wiki);
    await server.untilChecked();
    await server.open('guide.md', page('Guide', '## Part\n\n[nowhere](/nowhere)'));
    await server.changeOnDisk({ 'guide.md': page('Guide', 'Other text on disk.') });
    await server.idle();
    assert.deepEqual(server.problems('guide.md'), [missing.replace('10:11', '12:10')]);
  });

  test('of a whole folder can go and come at once', async (context) => {
    const inFolder = wiki
      .replace('--- /other.md', '--- /docs/deep/other.md')
      .replace('(/nowhere)', '(/docs/deep/other)');
    const server = await startTestServer(context, inFolder);
    await server.untilChecked();
    assert.deepEqual(server.filesWithProblems(), []);
    await server.changeOnDisk({ 'docs/deep/other.md': undefined }, ['docs']);
    await server.until(() => server.problems('guide.md').length === 1, 'the folder to go');
    await server.changeOnDisk({ 'docs/deep/other.md': page('Other', 'Back.') }, ['docs']);
    await server.until(() => server.problems('guide.md').length === 0, 'the folder to come back');
  });

  test('by the thousand are one update', async (context) => {
    const server = await startTestServer(context, wiki);
    await server.untilChecked();
    const told = server.wikis.length;
    const files = Object.fromEntries(
      Array.from({ length: 2000 }, (_, i) => [`branch/p${i}.md`, page(`P${i}`, '[home](/home)')]),
    );
    await server.changeOnDisk(files);
    await server.until(() => server.wikis.at(-1)?.wikis[0]?.pages === 2003, 'all pages');
    assert.ok(server.wikis.length - told <= 3, 'views are told a few times, not thousands');
  });
});

describe('settings', () => {
  const invalid = 'site:\n  locale: en\n  colour: blue\n';

  test('that are wrong are reported at their line', async (context) => {
    const server = await startTestServer(context, `${wiki}--- /.aux-wiki.yml\n${invalid}`);
    await server.untilChecked();
    assert.deepEqual(server.problems('.aux-wiki.yml'), ['settings/invalid 2:2']);
  });

  test('are checked while they are typed', async (context) => {
    const server = await startTestServer(context, `${wiki}--- /.aux-wiki.yml\nsite:\n  locale: en\n`);
    await server.untilChecked();
    await server.open('.aux-wiki.yml', invalid);
    await server.until(() => server.problems('.aux-wiki.yml').length === 1, 'the mistake');
  });

  test('hold from the moment that they change on disk', async (context) => {
    const server = await startTestServer(context, wiki);
    await server.untilChecked();
    assert.deepEqual(server.filesWithProblems(), ['guide.md']);
    await server.changeOnDisk({ '.aux-wiki.yml': 'ignore:\n  - guide.md\n' });
    await server.until(() => server.filesWithProblems().length === 0, 'the page to be ignored');
    await server.changeOnDisk({ '.aux-wiki.yml': undefined });
    await server.until(() => server.filesWithProblems().join() === 'guide.md', 'the page to be back');
  });

  test('of a person turn problems down, never up', async (context) => {
    const capabilities = { workspace: { configuration: true } };
    const server = await startTestServer(context, wiki, {
      capabilities,
      configuration: { 'auxWiki.rules': { link: 'hint' } },
    });
    await server.untilChecked();
    await server.until(() => server.diagnostics('guide.md')[0]?.severity === 4, 'the setting to hold');
    server.configuration = { 'auxWiki.rules': { 'link/missing-page': 'off' } };
    await server.client.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await server.until(() => server.problems('guide.md').length === 0, 'the problem to go');
    server.configuration = {};
    await server.client.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await server.until(() => server.problems('guide.md').length === 1, 'the problem to come back');
    assert.equal(server.diagnostics('guide.md')[0]?.severity, 1);
  });
});
