import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isShownTheSame } from '../../../../server/src/edits/isShownTheSame.ts';
import type { Page } from '../../../../server/src/page/page.ts';
import type { StructuralEditName } from '../../../../server/src/protocol.ts';
import { markdownTools } from '../../../../server/src/remark/tools.ts';
import { type Files, indexOf } from '../../../support/problems.ts';
import { editedBy, headingsMeant, leads } from '../../../support/structure.ts';

const inline = fc.constantFrom(
  'Water',
  '`a \\| b`',
  '*em* 表',
  '🐡 x',
  '$x|y$',
  '[w](/water#flow)',
  '[f](filter)',
  '[s](water#flow "t")',
  '[r]',
  '[own](#water) [own](#water-1)',
  '[^n]',
  '<a href="filter">f</a>',
  '![i](a.png)',
  '[h](https://pond.example.org/water)',
  '{.red}',
  ':fish:',
  'H~2~O_x_',
  '<b id="anchor">b</b> [a](#anchor)',
);
const block = fc.oneof(
  inline.map((text) => `Text ${text}.`),
  fc
    .tuple(
      fc.constantFrom('#', '##', '##', '###'),
      fc.constantFrom(
        'Water',
        'Flow',
        'Links',
        '2.0',
        'a | b',
        '[x](/water)',
        '$x^2$ *y*',
        'Tabs {.tabset}',
        'Own {#own}',
      ),
    )
    .map((parts) => parts.join(' ')),
  fc.tuple(inline, inline).map(([a, b]) => `|${a}|b|\n|:-:|--|\n|c|${b}|`),
  fc.tuple(inline, inline).map(([a, b]) => `> ${a} | b\n> ---|---\n> c | ${b}\n> {.is-info}`),
  fc.constantFrom(
    '- [Water](#water)\n- [Flow](#flow)\n{.links-list}',
    '<!-- toc -->',
    '<!-- /toc -->',
    '```\n## code\n|a|\n|-|\n```',
    '[r]: filter "x"',
    '[^n]: A note, [f](filter).',
    'Setext\n------',
    '<div>\n\n## Inside\n\n</div>',
    '---',
  ),
);
const page = fc
  .tuple(fc.array(block, { minLength: 1, maxLength: 8 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(([blocks, lineEnding, hasFrontmatter]) =>
    `${hasFrontmatter ? '---\ntitle: T\n---\n\n' : ''}${blocks.join('\n\n')}\n`.replaceAll('\n', lineEnding),
  );
const place = fc.nat({ max: 999 });

function filesWith(text: string): Files {
  return new Map([
    ['.aux-wiki.yml', 'site: { host: "https://pond.example.org" }\n'],
    ['tank.md', text],
    [
      'water.md',
      '---\ntitle: W\n---\n\n## Flow\n\n[a](/tank#water) [b](/tank#flow) [c](/tank#flow-1) [d](https://pond.example.org/tank#own)\n',
    ],
    ['tank/filter.md', 'Clean, [a](../tank#water).\n'],
    ['tank/water.md', '## Flow\n'],
    ['a.png', ''],
  ]);
}

const edit = (files: Files, name: StructuralEditName, offset: number) => editedBy(files, 'tank.md', name, offset);

/** The links of a page that stand outside of its table of contents. */
function linksOutside(of: Page, files: Files): string[] {
  const source = { text: files.get(of.file) ?? '', contentStart: of.contentStart };
  const contents = markdownTools.contentsPlace(source, 0);
  const range = contents === undefined || contents.kind === 'new' ? { start: 0, end: 0 } : contents.range;
  return of.links
    .filter(({ range: { start } }) => start < range.start || start >= range.end)
    .map(({ text, url }) => `${text} ${url}`);
}

test('a formatted table is the same table, and formatting it again changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(page, place, async (text, at) => {
      const files = filesWith(text);
      const after = await edit(files, 'formatTable', at % text.length);
      if (after === undefined) return;
      const wiki = indexOf(files);
      const now = after.get('tank.md') ?? '';
      const whole = { kind: 'change', file: 'tank.md', range: { start: 0, end: text.length }, newText: now } as const;
      const found = wiki.files.get('tank.md');
      assert(found && isShownTheSame(found, text, { steps: [whole] }, wiki.settings));
      const first = [...now].findIndex((character, index) => character !== [...text][index]);
      const source = { text: now, contentStart: found.contentStart };
      assert.deepEqual(markdownTools.formatTable(source, [...now].slice(0, first).join('').length), []);
    }),
    { numRuns: 200 },
  );
});

test('a table of contents brings itself and nothing else, is up to date at once, and its links are alive', async () => {
  await fc.assert(
    fc.asyncProperty(page, place, async (text, at) => {
      const files = filesWith(text);
      const after = await edit(files, 'tableOfContents', at % text.length);
      if (after === undefined) return;
      assert.equal(await edit(after, 'tableOfContents', at % text.length), undefined, 'it is up to date');
      const [before, now] = [indexOf(files).files.get('tank.md'), indexOf(after).files.get('tank.md')];
      assert(before && now);
      assert.deepEqual(
        now.headings.map(({ id, text: shown }) => [id, shown]),
        before.headings.map(({ id, text: shown }) => [id, shown]),
      );
      assert.deepEqual(linksOutside(now, after), linksOutside(before, files));
      const own = indexOf(after).linksOf(now);
      const dead = own.filter(
        ({ kind, fragment = '' }) => kind === 'anchor' && !indexOf(after).hasAnchor(now, fragment),
      );
      assert(dead.every(({ link }) => linksOutside(now, after).includes(`${link.text} ${link.url}`)));
    }),
    { numRuns: 200 },
  );
});

test('links in their best form lead where they led, or somewhere where they led nowhere', async () => {
  await fc.assert(
    fc.asyncProperty(page, async (text) => {
      const files = filesWith(text);
      const after = await edit(files, 'normalizeAllLinks', 0);
      if (after === undefined) return;
      const [before, now] = [leads(indexOf(files)), leads(indexOf(after))];
      assert.equal(now.length, before.length);
      for (const [index, lead] of before.entries()) if (lead.isAlive) assert.deepEqual(now[index], lead);
      assert.equal(await edit(after, 'normalizeAllLinks', 0), undefined, 'there is nothing left to do');
    }),
    { numRuns: 150 },
  );
});

test('after a section has become a page, every link leads to the heading that it led to', async () => {
  await fc.assert(
    fc.asyncProperty(page, place, async (text, at) => {
      const files = filesWith(text);
      const after = await edit(files, 'extractSection', at % text.length);
      if (after === undefined) return;
      const meant = headingsMeant(indexOf(after));
      for (const line of headingsMeant(indexOf(files))) {
        const index = meant.indexOf(line);
        assert(index >= 0, `${line} is lost in ${JSON.stringify([...after])}`);
        meant.splice(index, 1);
      }
      assert.equal([...after.keys()].length, files.size + 1);
    }),
    { numRuns: 300 },
  );
});
