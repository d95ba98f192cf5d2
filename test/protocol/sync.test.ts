import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { startTestServer } from '../support/lsp.ts';
import { readStatus } from '../support/sync.ts';

const wiki = `--- /home.md
---
title: Home
---

![Tank](/tank.svg)
--- /other.md
---
title: Other
---

![Fish](/fish.svg)
--- /tank.svg
<svg/>
--- /fish.svg
<svg/>
`;
const trusted = { initializationOptions: { git: true } };

describe('sync', () => {
  test('losses are told of where the file is shown, and taken back when git says otherwise', async (context) => {
    const server = await startTestServer(context, wiki, trusted);
    server.platform.changes = readStatus('new file: tank.svg (text)\n');
    await server.until(() => server.problems('home.md').length === 1, 'the loss');
    assert.deepEqual(server.problems('home.md'), ['sync/text-asset-not-imported 4:8']);
    assert.deepEqual(server.filesWithProblems(), ['home.md']);
    await server.type('home.md', 'x');
    server.platform.changes = readStatus('modified: fish.svg (text)\n');
    await server.changeOnDisk({ 'fish.svg': '<svg>2</svg>' });
    await server.until(() => server.problems('other.md').length === 1, 'the other loss');
    assert.deepEqual(server.filesWithProblems(), ['other.md']);
    server.platform.changes = undefined;
    await server.changeOnDisk({ 'fish.svg': '<svg/>' });
    await server.until(() => server.filesWithProblems().length === 0, 'the losses to be taken back');
  });

  test('a batch of changes is one question; git is not asked where the folder is not trusted', async (context) => {
    const server = await startTestServer(context, wiki, trusted);
    await server.untilChecked();
    for (let index = 0; index < 5; index++) await server.changeOnDisk({ [`f${index}.svg`]: '<svg/>' });
    await server.idle(1500);
    assert.equal(server.platform.questions, 1);
    const untrusted = await startTestServer(context, wiki);
    await untrusted.untilChecked();
    await untrusted.idle(1300);
    assert.equal(untrusted.platform.questions, 0);
  });
});
