import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { codeActions, fixAllKind } from '../../../server/src/features/codeActions.ts';
import { uriOfFile } from '../../../server/src/features/uris.ts';
import { checkPage, fixesFor } from '../../../server/src/rules/check.ts';
import { offsetAt } from '../../../server/src/util/lines.ts';
import { notCancelled, wikiRoot } from '../../support/feature.ts';
import { hazardousBlock } from '../../support/hazards.ts';
import { indexOf, testTime } from '../../support/problems.ts';

const file = 'care/tank.md';

const others: readonly [string, string][] = [
  ['.aux-wiki.yml', 'site: { host: "https://pond.example.org" }'],
  ['care/water.md', '---\ntitle: Water\n---\n\n# Water\n'],
];

/** The page after "fix all" was run on it once; undefined if there is nothing to fix. */
async function fixedAll(text: string): Promise<string | undefined> {
  const wiki = indexOf(new Map([...others, [file, text]]));
  const page = wiki.files.get(file) ?? assert.fail();
  const documents = { uriOf: (name: string) => uriOfFile(wikiRoot, name), versionOf: () => null };
  const problems = checkPage(page, wiki);
  const files = { textOf: async () => text, bytesOf: async () => undefined };
  const context = { wiki, page, text, documents, problems, now: testTime, clientCommands: false, files };
  const start = { line: 0, character: 0 };
  const asked = {
    textDocument: { uri: documents.uriOf(file) },
    range: { start, end: start },
    context: { diagnostics: [], only: [fixAllKind] },
  };
  const actions = (await codeActions(context, asked, notCancelled)) ?? [];
  assert(actions.length <= 1, 'one action');
  const [change, ...more] = actions[0]?.edit?.documentChanges ?? [];
  if (change === undefined || !('edits' in change)) return undefined;
  assert.deepEqual(more, [], 'one edit of one file');
  const edits = change.edits.map((edit) => {
    assert('newText' in edit && 'range' in edit);
    const [from, to] = [offsetAt(page.lineStarts, edit.range.start), offsetAt(page.lineStarts, edit.range.end)];
    return { from, to, newText: edit.newText };
  });
  edits.sort((a, b) => a.from - b.from);
  for (const [index, edit] of edits.entries()) assert(edit.from >= (edits[index - 1]?.to ?? 0), 'edits overlap');
  return edits.reduceRight((result, { from, to, newText }) => result.slice(0, from) + newText + result.slice(to), text);
}

/** What is left when "fix all" is run until it has nothing more to do, as on one save after the other. */
async function settled(text: string): Promise<{ text: string; rounds: number }> {
  let current = text;
  for (let rounds = 0; rounds < 6; rounds++) {
    const next = await fixedAll(current);
    if (next === undefined) return { text: current, rounds };
    assert.notEqual(next, current);
    current = next;
  }
  assert.fail(`no end to the fixes of ${JSON.stringify(text)}: ${JSON.stringify(current)}`);
}

test('all that is safe is mended in one edit, and what is not stays', async () => {
  const before = `---\r
title: 2024\r
description: 5\r
tags: a,b\r
editor: undefined\r
weight: 3\r
---\r
\r
[a](water) [b](/Care/Water) [c](/care/water.md#water) [d](../care/water) [e](/nowhere)\r
`;
  const after = `---\r
title: '2024'\r
description: '5'\r
tags: a, b\r
editor: markdown\r
weight: 3\r
---\r
\r
[a](/care/water) [b](/care/water) [c](/care/water#water) [d](/care/water) [e](/nowhere)\r
`;
  assert.equal(await fixedAll(before), after);
  assert.equal(await fixedAll(after), undefined);
});

test('of the syntax, what can be meant in one way only is safe', async () => {
  const head = '---\ntitle: A\n---\n\n';
  const before = '> a\n\n{.is-info}\n\n==b== and { c }\n\n$d_{e}$\n\n```{.nix}\n```\n\n<f> costs $g/$h\n';
  const after = '> a\n{.is-info}\n\n<mark>b</mark> and { c }\n\n$d_{e}$<!---->\n\n```nix\n```\n\n<f> costs $g/$h\n';
  assert.equal(await fixedAll(head + before), head + after);
  assert.equal(await fixedAll(head + after), undefined);
});

test('fixes of the same text are made one after the other', async () => {
  const { text, rounds } = await settled('--- \ntitle: a: b\ntags: [x, y]\n...\n\n[a][r] and [b][r]\n\n[r]: water\n');
  assert.equal(text, "---\ntitle: 'a: b'\ntags: x, y\n---\n\n[a][r] and [b][r]\n\n[r]: /care/water\n");
  assert(rounds <= 4);
});

test('what a comment silences is not mended', async () => {
  const text = '---\ntitle: A\n---\n\n<!-- aux-wiki-disable-next-line link/sibling -->\n[a](water)\n';
  assert.equal(await fixedAll(text), undefined);
});

const line = fc.constantFrom(
  'title: 2024',
  'title: a: b',
  'title: Water',
  'tags: [a, b]',
  'tags: a,b',
  'tags: []',
  'description: 4',
  'description: @x',
  'editor: none',
  'title: *x',
);
const link = fc.constantFrom(
  'water',
  '/Care/Water',
  '/care/water.md',
  './water',
  'https://pond.example.org/care/water',
);
const body = fc.oneof(
  fc.tuple(link, link).map(([a, b]) => `[a](${a}) <a href="${b}">b</a>`),
  link.map((url) => `[a][r] ![b][r]\n\n[r]: ${url}`),
  link.map((url) => `- <${url}> https://pond.example.org/care/water`),
  hazardousBlock,
);
const fence = fc.constantFrom('---', '--- ', '...');

test('whatever is on a page, "fix all" comes to an end, and nothing safe is left', async () => {
  const page = fc
    .tuple(
      fence,
      fc.array(line, { maxLength: 4 }),
      fence,
      fc.array(body, { maxLength: 3 }),
      fc.constantFrom('\n', '\r\n'),
    )
    .map(([open, lines, close, bodies, end]) =>
      [open, ...lines, close, '', ...bodies, ''].join('\n').replaceAll('\n', end),
    );
  await fc.assert(
    fc.asyncProperty(page, async (before) => {
      const { text } = await settled(before);
      const wiki = indexOf(new Map([...others, [file, text]]));
      const left = wiki.files.get(file) ?? assert.fail();
      for (const problem of checkPage(left, wiki)) {
        const fixes = fixesFor(problem, { page: left, wiki, text, now: testTime });
        assert(!fixes.some(({ safe }) => safe), `${problem.code} is left`);
      }
    }),
    { numRuns: 30, includeErrorInReport: true },
  );
});
