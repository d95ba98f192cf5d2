import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { backlinks } from '../../../server/src/features/backlinks.ts';
import { codeLens } from '../../../server/src/features/codeLens.ts';
import { inlayHints } from '../../../server/src/features/inlayHints.ts';
import { featureInput, notCancelled, wikiRoot } from '../../support/feature.ts';

describe('above a page stands who links to it', () => {
  const check = (fixture: string, expected: string | undefined) =>
    test(JSON.stringify(fixture), async () => {
      const { context } = featureInput(fixture);
      const lenses = await codeLens(context, true, notCancelled);
      assert.equal(lenses[0]?.command?.title, expected);
    });
  check('--- /a.md\n█x\n--- /b.md\n[x](/a)\n', 'No page links here');
  check('--- /pond.md\n█[x](/pond)\n--- /b.md\n[x](/pond) [y](/pond#z)\n', '1 page links here');
  check('--- /pond.md\n█x\n--- /b.md\n[x](/pond)\n--- /c.md\n<a href="/pond">y</a>\n', '2 pages link here');
  check('--- /home.md\n█x\n', undefined);

  test('a click is a command of the client, where it has one', async () => {
    const { context } = featureInput('--- /pond.md\n█x\n--- /b.md\n[x](/pond)\n');
    const commands = await Promise.all(
      [true, false].map(async (has) => (await codeLens(context, has, notCancelled))[0]?.command),
    );
    assert.deepEqual(
      commands.map((command) => [command?.command, command?.arguments]),
      [
        ['auxWiki.showBacklinks', [{ uri: `${wikiRoot}/pond.md` }]],
        ['', undefined],
      ],
    );
  });

  test('the backlinks are those of other pages', async () => {
    const { context } = featureInput('--- /pond.md\n█[x](/pond)\n--- /b.md\n[x](/pond) [y](/pond#z)\n');
    const found = await backlinks(context, undefined, notCancelled);
    assert.deepEqual(
      found.map(({ uri, range }) => `${uri.slice(wikiRoot.length)} ${range.start.character}`),
      ['/b.md 4', '/b.md 15'],
    );
  });
});

describe('behind a bare link stands the title of its page', () => {
  const others =
    '--- /.aux-wiki.yml\nsite: { host: "https://w.example" }\n--- /pond.md\n---\ntitle: The page\n---\nx\n';
  /** The line with the hints in it. */
  const check = (line: string, expected: string) =>
    test(line, async () => {
      const { context } = featureInput(`--- /page.md\n${line}█\n${others}`);
      const whole = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
      let shown = line;
      for (const { position, label } of (await inlayHints(context, whole, notCancelled)).reverse())
        shown = `${shown.slice(0, position.character)}«${label}»${shown.slice(position.character)}`;
      assert.equal(shown, expected);
    });
  check('see https://w.example/pond now', 'see https://w.example/pond«The page» now');
  check('😀 <https://w.example/pond> now', '😀 <https://w.example/pond>«The page» now');
  check('[/pond](/pond) [](/pond)', '[/pond](/pond)«The page» [](/pond)«The page»');
  check('[words](/pond) https://example.org [/bb](/bb)', '[words](/pond) https://example.org [/bb](/bb)');

  test('only in the lines that are asked for', async () => {
    const { context } = featureInput(`--- /page.md\n[](/pond)\n\n[](/pond)█\n${others}`);
    const range = { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } };
    const hints = await inlayHints(context, range, notCancelled);
    assert.deepEqual(
      hints.map(({ position }) => position.line),
      [2],
    );
  });
});
