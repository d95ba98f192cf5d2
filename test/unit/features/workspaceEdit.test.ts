import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EditPlan } from '../../../server/src/edits/plan.ts';
import { uriOfFile } from '../../../server/src/features/uris.ts';
import { workspaceEditOf } from '../../../server/src/features/workspaceEdit.ts';
import { wikiRoot } from '../../support/feature.ts';
import { createWiki } from '../../support/wiki.ts';

function edit(plan: EditPlan) {
  const { wiki } = createWiki('--- /a.md\nfirst\nsecond 🐡 x\n--- /b.md\nthird\n');
  const versionOf = (file: string) => (file === 'a.md' ? 7 : null);
  return workspaceEditOf(plan, wiki, { uriOf: (file) => uriOfFile(wikiRoot, file), versionOf });
}

test('changes of one file go together, with the version that they are for; renames come last', () => {
  const plan: EditPlan = {
    steps: [
      { kind: 'rename', from: 'b.md', to: 'c d.md' },
      { kind: 'change', file: 'a.md', range: { start: 0, end: 5 }, newText: 'FIRST' },
      { kind: 'change', file: 'b.md', range: { start: 0, end: 0 }, newText: 'x' },
      { kind: 'change', file: 'a.md', range: { start: 16, end: 17 }, newText: 'y' },
    ],
  };
  const [first, second, third] = edit(plan)?.documentChanges ?? [];
  assert.deepEqual(first, {
    textDocument: { uri: `${wikiRoot}/a.md`, version: 7 },
    edits: [
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 5 } }, newText: 'FIRST' },
      { range: { start: { line: 1, character: 10 }, end: { line: 1, character: 11 } }, newText: 'y' },
    ],
  });
  assert.ok(second !== undefined && 'textDocument' in second && second.textDocument.version === null);
  assert.deepEqual(third, { kind: 'rename', oldUri: `${wikiRoot}/b.md`, newUri: `${wikiRoot}/c%20d.md` });
});

test('a file is created with its text, and never over another', () => {
  const [create, text] = edit({ steps: [{ kind: 'create', file: 'n.md', text: '# N\n' }] })?.documentChanges ?? [];
  assert.deepEqual(create, {
    kind: 'create',
    uri: `${wikiRoot}/n.md`,
    options: { overwrite: false, ignoreIfExists: true },
  });
  assert.ok(text !== undefined && 'edits' in text);
  assert.deepEqual(
    text.edits.map((it) => 'newText' in it && it.newText),
    ['# N\n'],
  );
});

test('what LSP cannot say gives no edit', () => {
  assert.equal(edit({ steps: [{ kind: 'remove-byte-order-mark', file: 'a.md' }] }), undefined);
  const change = { kind: 'change', file: 'none.md', range: { start: 0, end: 0 }, newText: '' } as const;
  assert.equal(edit({ steps: [change] }), undefined);
});
