import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCreatePageArguments, isRemoveByteOrderMarkArguments } from '../../../client/src/pages/commandArguments.ts';
import { isFromPreview, isPreviewState, isToPreview } from '../../../client/src/preview/messages.ts';

const nothing = [undefined, null, 1, 'show', [], {}, { type: 'show' }, { type: 'constructor' }];

function check(isRight: (value: unknown) => boolean, right: readonly unknown[], wrong: readonly unknown[]): void {
  for (const value of right) assert.equal(isRight(value), true, JSON.stringify(value));
  for (const value of [...wrong, ...nothing]) assert.equal(isRight(value), false, JSON.stringify(value));
}

test('messages to the preview', () => {
  const block = { html: '<p>', lines: [0] };
  const changes = [block, { from: 0, count: 2, by: -1 }, { from: 2, lines: [] }];
  const show = {
    ...{ type: 'show', uri: 'file:///a.md', locked: false, visit: 0, fragment: undefined },
    ...{ frame: '<p>', serial: 1, isUpdate: true, changes },
  };
  check(
    isToPreview,
    [
      show,
      { ...show, fragment: 'a' },
      { type: 'reveal', fragment: 'a' },
      { type: 'scroll', line: 1, lineCount: 2 },
      { type: 'cursor', line: 0 },
    ],
    [
      { ...show, frame: 1 },
      { ...show, serial: -1 },
      { ...show, isUpdate: 1 },
      { ...show, changes: '<p>' },
      { ...show, changes: [{ ...block, html: 1 }] },
      { ...show, changes: [{ ...block, lines: ['0'] }] },
      { ...show, changes: [{ from: 0, count: 1.5, by: 0 }] },
      { ...show, changes: [{ from: -1, lines: [] }] },
      { ...show, locked: 'no' },
      { ...show, fragment: 1 },
      { ...show, visit: '0' },
      { type: 'reveal' },
      { type: 'scroll', line: 1 },
      { type: 'cursor', line: -1 },
    ],
  );
});

test('messages from the preview', () => {
  check(
    isFromPreview,
    [
      { type: 'ready' },
      { type: 'load-diagrams' },
      { type: 'follow', href: '/a' },
      { type: 'go', direction: 'back' },
      { type: 'scroll', uri: 'file:///a.md', line: 1.5 },
      { type: 'edit', uri: 'file:///a.md', line: 1 },
    ],
    [
      { type: 'follow' },
      { type: 'follow', href: 1 },
      { type: 'follow', href: 'a'.repeat(10_001) },
      { type: 'go', direction: 'up' },
      { type: 'scroll', uri: 'file:///a.md', line: Number.NaN },
      { type: 'scroll', line: 1 },
      { type: 'edit', uri: 'file:///a.md', line: '1' },
      { type: 'command', command: 'workbench.action.terminal.sendSequence' },
    ],
  );
});

test('saved states of the preview', () => {
  const state = { uri: 'file:///a.md', locked: true, scroll: 10, tabs: [0, 1], open: [true] };
  check(
    isPreviewState,
    [state],
    [
      { ...state, tabs: ['0'] },
      { ...state, open: 1 },
      { ...state, scroll: '10' },
    ],
  );
});

test('arguments of the commands that quick fixes run', () => {
  const page = { uri: 'file:///a.md', text: '', title: { line: 0, start: 0, end: 1 } };
  check(
    isCreatePageArguments,
    [page],
    [
      { ...page, title: undefined },
      { ...page, title: { line: 0, start: 0 } },
    ],
  );
  check(isRemoveByteOrderMarkArguments, [{ uri: 'file:///a.md' }], [{ uri: 1 }]);
});
