import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import {
  DidRenameFilesNotification,
  type InitializeParams,
  PrepareRenameRequest,
  RenameRequest,
  TextDocumentEdit,
  WillRenameFilesRequest,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { startTestServer, type TestServer, type TestServerOptions } from '../support/lsp.ts';

const wiki = `
--- /home.md
[guide](/guides/first) ![map](/guides/map.png)
--- /guides/first.md
[beside](./second) ![map](map.png)

More text, so that git knows the page again when its links change.
--- /guides/second.md
Text.
--- /guides/map.png
x
`;

const previewing: InitializeParams['capabilities'] = {
  workspace: { configuration: true, workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
};

const rename = (server: TestServer, moves: Record<string, string>) =>
  server.client.sendRequest(WillRenameFilesRequest.type, {
    files: Object.entries(moves).map(([from, to]) => ({ oldUri: server.uri(from), newUri: server.uri(to) })),
  });

/** `file:line:start-end text` of each change. */
function changesOf(server: TestServer, edit: WorkspaceEdit | null): string[] {
  return (edit?.documentChanges ?? []).filter(TextDocumentEdit.is).flatMap(({ textDocument, edits }) =>
    edits.map((it) => {
      assert.ok('newText' in it);
      const file = textDocument.uri.slice(server.platform.root.length + 1);
      const { start, end } = it.range;
      return `${file}:${start.line}:${start.character}-${end.character} ${it.newText}`;
    }),
  );
}

describe('before files are moved in the editor', () => {
  test('the links to a page come as an edit, to be confirmed, at the version that is open', async (context) => {
    const server = await startTestServer(context, wiki, { capabilities: previewing });
    await server.open('home.md', 'Not saved yet: [guide](/guides/first)');
    const edit = await rename(server, { 'guides/first.md': 'guides/start.md' });
    assert.deepEqual(changesOf(server, edit), ['home.md:0:23-36 /guides/start']);
    const [annotation] = Object.values(edit?.changeAnnotations ?? {});
    assert.equal(annotation?.needsConfirmation, true);
    const [change] = edit?.documentChanges ?? [];
    assert.ok(change !== undefined && TextDocumentEdit.is(change) && change.textDocument.version === 1);
    assert.deepEqual(server.messages, []);
  });

  test('a folder, with all that lies in it', async (context) => {
    const server = await startTestServer(context, wiki, { capabilities: previewing });
    await server.untilChecked();
    const read = server.platform.disk.reads.length;
    assert.deepEqual(changesOf(server, await rename(server, { guides: 'help' })), [
      'home.md:0:8-21 /help/first',
      'home.md:0:30-45 /help/map.png',
    ]);
    assert.equal(server.platform.disk.reads.length, read, 'no file is read for it');
  });

  test('the setting decides whether they are confirmed, or left alone', async (context) => {
    const always = { 'auxWiki.links.updateOnMove': 'always' };
    const server = await startTestServer(context, wiki, { capabilities: previewing, configuration: always });
    await server.untilChecked();
    const edit = await rename(server, { 'guides/map.png': 'map.png' });
    assert.deepEqual(changesOf(server, edit), ['home.md:0:30-45 /map.png', 'guides/first.md:0:26-33 ../map.png']);
    assert.equal(Object.keys(edit?.changeAnnotations ?? {}).length, 0);
    const never = { 'auxWiki.links.updateOnMove': 'never' };
    const other = await startTestServer(context, wiki, { capabilities: previewing, configuration: never });
    await other.untilChecked();
    assert.equal(await rename(other, { 'guides/map.png': 'map.png' }), null);
  });

  test('an editor that asks by itself is asked nothing', async (context) => {
    const initializationOptions = { asksOnMove: true };
    const server = await startTestServer(context, wiki, { capabilities: previewing, initializationOptions });
    const edit = await rename(server, { 'guides/second.md': 'guides/third.md' });
    assert.deepEqual(changesOf(server, edit), ['guides/first.md:0:9-17 ./third']);
    assert.equal(Object.keys(edit?.changeAnnotations ?? {}).length, 0);
  });

  test('an editor without a preview asks', async (context) => {
    const server = await startTestServer(context, wiki);
    assert.equal(await rename(server, { 'guides/second.md': 'guides/third.md' }), null);
    server.pick = () => 'Update links';
    const edit = await rename(server, { 'guides/second.md': 'guides/third.md' });
    assert.deepEqual(changesOf(server, edit), ['guides/first.md:0:9-17 ./third']);
    const question = 'Aux Wiki: update 1 link in 1 page that the move would break? [Update links] [Leave them]';
    assert.deepEqual(server.messages, [question, question]);
  });

  test('what Wiki.js cannot follow is said first, even where no link changes', async (context) => {
    const server = await startTestServer(context, `${wiki}--- /fr/plan.md\nTexte.\n`, { capabilities: previewing });
    await rename(server, { 'guides/second.md': 'guides/the second.md' });
    await rename(server, { 'guides/second.md': 'guides/first.html' });
    await rename(server, { 'fr/plan.md': 'plan.md' });
    assert.deepEqual(
      server.messages.map((message) => message.slice(0, 60)),
      [
        'Aux Wiki: Wiki.js refuses the path /guides/the second, since ',
        'Aux Wiki: guides/first.html and guides/first.md are both the',
        "Aux Wiki: Wiki.js's git sync moves a page within its languag",
      ].map((message) => message.slice(0, 60)),
    );
  });

  test('the next move knows of the last one before the disk tells of it', async (context) => {
    const server = await startTestServer(context, wiki, { capabilities: previewing });
    await rename(server, { 'guides/map.png': 'img/map.png' });
    await server.open('home.md', '![map](/img/map.png)');
    server.platform.disk.files.delete('guides/map.png');
    server.platform.disk.write('img/map.png', 'x');
    const files = [{ oldUri: server.uri('guides/map.png'), newUri: server.uri('img/map.png') }];
    await server.client.sendNotification(DidRenameFilesNotification.type, { files });
    assert.deepEqual(changesOf(server, await rename(server, { img: 'pictures' })), [
      'home.md:0:7-19 /pictures/map.png',
    ]);
  });

  test('what leaves the wiki takes no links along, and that is said', async (context) => {
    const server = await startTestServer(context, wiki, { capabilities: previewing });
    const away = 'file:///elsewhere/guides';
    const files = [{ oldUri: server.uri('guides'), newUri: away }];
    assert.equal(await server.client.sendRequest(WillRenameFilesRequest.type, { files }), null);
    assert.deepEqual(server.messages, ['Aux Wiki: 2 links will be dead, since guides leaves the wiki.']);
  });

  test('a folder that is no wiki, and a file that no page uses, are nobody’s business', async (context) => {
    const none = await startTestServer(context, '--- /readme.md\n[a](other)\n--- /other.md\nText.\n');
    assert.equal(await rename(none, { 'other.md': 'another.md' }), null);
    const server = await startTestServer(context, wiki, { capabilities: previewing });
    assert.equal(await rename(server, { 'notes.txt': 'words.txt' }), null);
  });
});

describe('a rename', () => {
  const renaming: InitializeParams['capabilities'] = {
    workspace: {
      workspaceEdit: { documentChanges: true, resourceOperations: ['rename'], changeAnnotationSupport: {} },
    },
    textDocument: { rename: { prepareSupport: true } },
  };
  const onLink = (server: TestServer) => ({
    textDocument: { uri: server.uri('home.md') },
    position: { line: 0, character: 12 },
  });

  test('is prepared, moves a page and lets its links follow', async (context) => {
    const server = await startTestServer(context, wiki, { capabilities: renaming });
    const prepared = await server.client.sendRequest(PrepareRenameRequest.type, onLink(server));
    assert.ok(prepared !== null && 'placeholder' in prepared && prepared.placeholder === '/guides/first');
    const edit = await server.client.sendRequest(RenameRequest.type, { ...onLink(server), newName: '/start' });
    assert.deepEqual(changesOf(server, edit), [
      'home.md:0:8-21 /start',
      'guides/first.md:0:9-17 ./guides/second',
      'guides/first.md:0:26-33 guides/map.png',
    ]);
    const move = edit?.documentChanges?.at(-1);
    assert.deepEqual(move, { kind: 'rename', oldUri: server.uri('guides/first.md'), newUri: server.uri('start.md') });
  });

  test('that cannot be is refused in words', async (context) => {
    const server = await startTestServer(context, wiki, { capabilities: renaming });
    const refused = server.client.sendRequest(RenameRequest.type, { ...onLink(server), newName: 'my start' });
    await assert.rejects(refused, /Wiki\.js allows no space in a path/);
    assert.equal(
      await server.client.sendRequest(PrepareRenameRequest.type, {
        ...onLink(server),
        position: { line: 0, character: 2 },
      }),
      null,
    );
  });
});

describe('after files were moved outside of the editor', () => {
  const start = async (context: TestContext, options: Omit<TestServerOptions, 'capabilities'> = {}) => {
    const workspace = { configuration: true, applyEdit: true, workspaceEdit: { changeAnnotationSupport: {} } };
    const server = await startTestServer(context, wiki, {
      capabilities: { workspace },
      initializationOptions: { movesRest: 150 },
      ...options,
    });
    await server.untilChecked();
    return server;
  };
  const first =
    '[beside](./second) ![map](map.png)\n\nMore text, so that git knows the page again when its links change.\n';
  const question = '1 link broke when /guides/first became /guides/start.';
  const asked = `${question} [Update Links] [Show] [Not Now]`;

  test('mending the links is offered, and done by one edit', async (context) => {
    const server = await start(context);
    server.pick = () => 'Update Links';
    await server.changeOnDisk({ 'guides/first.md': undefined, 'guides/start.md': first });
    await server.until(() => server.appliedEdits.length > 0, 'an edit');
    assert.deepEqual(server.messages, [asked]);
    assert.deepEqual(changesOf(server, server.appliedEdits[0] ?? null), ['home.md:0:8-21 /guides/start']);
    assert.equal(server.appliedEdits[0]?.changeAnnotations, undefined);
  });

  test('a folder is one offer, however often the disk tells of it; the changes can be looked at first', async (context) => {
    const server = await start(context);
    server.pick = () => 'Show';
    await server.changeOnDisk({ 'help/first.md': first, 'help/map.png': 'x' });
    await server.changeOnDisk({ 'guides/first.md': undefined, 'help/second.md': 'Text.\n' });
    await server.changeOnDisk({ 'guides/second.md': undefined, 'guides/map.png': undefined });
    await server.until(() => server.appliedEdits.length > 0, 'an edit');
    assert.equal(server.messages.length, 1);
    assert.match(
      server.messages[0] ?? '',
      /^2 links broke when \/guides\/\w+ became \/help\/\w+ and 2 more files moved\./,
    );
    assert.deepEqual(changesOf(server, server.appliedEdits[0] ?? null), [
      'home.md:0:8-21 /help/first',
      'home.md:0:30-45 /help/map.png',
    ]);
    assert.equal(Object.values(server.appliedEdits[0]?.changeAnnotations ?? {})[0]?.needsConfirmation, true);
  });

  test('not before git is done', async (context) => {
    const server = await start(context);
    server.platform.disk.write('.git/index.lock', '');
    await server.changeOnDisk({ 'guides/first.md': undefined, 'guides/start.md': first });
    await server.idle(500);
    assert.deepEqual(server.messages, []);
    server.platform.disk.files.delete('.git/index.lock');
    await server.until(() => server.messages.length > 0, 'an offer');
    assert.deepEqual(server.messages, [asked]);
  });

  test('a page that is open is moved all the same, and its own relative links are mended', async (context) => {
    const server = await start(context);
    server.pick = () => 'Update Links';
    await server.open('guides/first.md', first);
    await server.changeOnDisk({ 'guides/first.md': undefined, 'start.md': first });
    await server.until(() => server.appliedEdits.length > 0, 'an edit');
    assert.deepEqual(changesOf(server, server.appliedEdits[0] ?? null), [
      'home.md:0:8-21 /start',
      'start.md:0:9-17 ./guides/second',
      'start.md:0:26-33 guides/map.png',
    ]);
  });

  const silent: Record<string, (server: TestServer) => Promise<void>> = {
    'where the links came along': async (server) => {
      const home = '[guide](/guides/start) ![map](/guides/map.png)\n';
      await server.changeOnDisk({ 'guides/first.md': undefined, 'guides/start.md': first, 'home.md': home });
    },
    'where nobody links there': async (server) => {
      await server.changeOnDisk({ 'notes.md': 'Notes.' });
      await server.idle();
      await server.changeOnDisk({ 'notes.md': undefined, 'words.md': 'Notes.' });
    },
    'of a page that has gone, and another that has come': (server) =>
      server.changeOnDisk({ 'guides/first.md': undefined, 'guides/other.md': '# Another page\n\nOther text.\n' }),
    'of a file that is written anew': async (server) => {
      await server.changeOnDisk({ 'guides/first.md': undefined });
      await server.changeOnDisk({ 'guides/first.md': first });
    },
    'of a move in the editor, where the person was asked before': async (server) => {
      await rename(server, { guides: 'help' });
      await server.changeOnDisk({ 'guides/first.md': undefined, 'help/first.md': first });
    },
  };
  for (const [what, move] of Object.entries(silent)) {
    test(`nothing is said ${what}`, async (context) => {
      const server = await start(context);
      await move(server);
      await server.idle(600);
      assert.deepEqual(server.messages, []);
    });
  }

  test('nothing is said to who never wants links to follow', async (context) => {
    const server = await start(context, { configuration: { 'auxWiki.links.updateOnMove': 'never' } });
    await server.changeOnDisk({ 'guides/first.md': undefined, 'guides/start.md': first });
    await server.idle(600);
    assert.deepEqual(server.messages, []);
  });
});
