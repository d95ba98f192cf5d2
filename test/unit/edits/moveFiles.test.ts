import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyChanges } from '../../../server/src/edits/applyChanges.ts';
import { changesForMoves, expandMoves } from '../../../server/src/edits/moveFiles.ts';
import { createWiki } from '../../support/wiki.ts';

/** Checks what moves, `from → to`, make of the texts of a fixture; only files that change are named, by their old names. */
function check(fixture: string, moves: Record<string, string>, expected: Record<string, string>): void {
  const { wiki, fixture: parsed } = createWiki(fixture);
  const steps = changesForMoves(wiki, expandMoves(wiki, new Map(Object.entries(moves))));
  const changed = [...new Set(steps.map(({ file }) => file))];
  const texts = changed.map((file) => [file, applyChanges(parsed.files.get(file) ?? '', file, { steps }).trim()]);
  assert.deepEqual(Object.fromEntries(texts), expected);
}

test('links follow a page in the form in which they are written', () => {
  const rest = `
--- /fish.md
Text.
--- /care/koi.md
Text.`;
  const cases: Record<string, string> = {
    '[a](/fish)': '[a](/care/carp)',
    '[a](/en/fish)': '[a](/en/care/carp)',
    '[a](/fish/)': '[a](/care/carp/)',
    '[a](/fish.md)': '[a](/care/carp.md)',
    '[a](/fish.html#x)': '[a](/care/carp.html#x)',
    '[a](/fish?q=1&amp;r=2#an%20anchor)': '[a](/care/carp?q=1&amp;r=2#an%20anchor)',
    '[a](</fish> "title")': '[a](</care/carp> "title")',
    '[a](https://pond.example.org/fish#x)': '[a](https://pond.example.org/care/carp#x)',
    '<https://pond.example.org/fish>': '<https://pond.example.org/care/carp>',
    'See https://pond.example.org/fish.': 'See https://pond.example.org/care/carp.',
    '<a class="x" href="/fish">a</a>': '<a class="x" href="/care/carp">a</a>',
    "<a href='/fish'>a</a>": "<a href='/care/carp'>a</a>",
    '<a href=/fish>a</a>': '<a href=/care/carp>a</a>',
    '[a](fish)': '[a](care/carp)',
    '[a](./fish)': '[a](./care/carp)',
    '[a](fish.md)': '[a](care/carp.md)',
    '[a][r] and [r]\n\n[r]: /fish "title"': '[a][r] and [r]\n\n[r]: /care/carp "title"',
    '🐡 [a](/fi&#115;h#x)': '🐡 [a](/care/carp#x)',
    '[a](/fi%73h)': '[a](/care/carp)',
  };
  for (const [before, after] of Object.entries(cases)) {
    const settings = '--- /.aux-wiki.yml\nsite: { host: https://pond.example.org }\n';
    check(`${settings}--- /home.md\n${before}${rest}`, { 'fish.md': 'care/carp.md' }, { 'home.md': after });
  }
});

test('what does not lead to the page stays as it is', () => {
  const text = '[a](/fishes) `/fish` [b](/fish/er) [c](https://example.org/fish) ![d](/fish) [fish](/Fish)';
  check(`--- /home.md\n${text}\n--- /fish.md\nText.`, { 'fish.md': 'carp.md' }, {});
});

test('relative links of a page lead on to where they led', () => {
  check(
    `--- /care/fish.md
[child](food) [beside](./water) [above](../home) [self](#x) ![shown](pond.png) ![](../logo.png) [dead](nowhere) [d](./no)
--- /care/fish/food.md
Text.
--- /care/water.md
Text.
--- /home.md
Text.
--- /care/pond.png
x
--- /logo.png
x`,
    { 'care/fish.md': 'animals/water/fish.md' },
    {
      'care/fish.md':
        '[child](/care/fish/food) [beside](../../care/water) [above](../../home) [self](#x) ![shown](../../care/pond.png) ![](../../logo.png) [dead](nowhere) [d](./no)',
    },
  );
});

test('a folder takes its pages and assets with it; links within it that are relative stay', () => {
  check(
    `--- /care/fish.md
[beside](./water) [full](/care/water) ![](pond.png)
--- /care/water.md
![](/care/pond.png)
--- /care/pond.png
x
--- /careful.md
[a](/care/fish) ![](care/pond.png) [b](/careful)`,
    { care: 'keeping' },
    {
      'care/fish.md': '[beside](./water) [full](/keeping/water) ![](pond.png)',
      'care/water.md': '![](/keeping/pond.png)',
      'careful.md': '[a](/keeping/fish) ![](keeping/pond.png) [b](/careful)',
    },
  );
});

test('an asset is followed by images, links and HTML', () => {
  check(
    `--- /home.md
![a](/img/my%20pond.jpg =100x50) [b](</img/my pond.jpg>) <img src="img/my pond.jpg"> [![x](/img/my%20pond.jpg)](/img/my%20pond.jpg)`,
    { 'img/my pond.jpg': 'photos/our lake (new).jpg' },
    {},
  );
  check(
    `--- /home.md
![a](/img/my%20pond.jpg =100x50) [b](</img/my pond.jpg>) <img src="img/my pond.jpg"> [![x](/img/my%20pond.jpg)](/img/my%20pond.jpg)
--- /img/my pond.jpg
x`,
    { 'img/my pond.jpg': 'photos/our lake (new).jpg' },
    {
      'home.md':
        '![a](/photos/our%20lake%20%28new%29.jpg =100x50) [b](</photos/our lake %28new%29.jpg>) <img src="photos/our lake %28new%29.jpg"> [![x](/photos/our%20lake%20%28new%29.jpg)](/photos/our%20lake%20%28new%29.jpg)',
    },
  );
});

test('films and sounds in raw HTML follow too, and what a page shows of them before they run', () => {
  check(
    `--- /care/film.md
<video controls poster="still.png" src="/media/fish.mp4"></video>

<audio><source src='../media/fish.ogg'></audio>
--- /care/still.png
x
--- /media/fish.mp4
x
--- /media/fish.ogg
x`,
    { media: 'films', 'care/still.png': 'stills/fish.png' },
    {
      'care/film.md': `<video controls poster="../stills/fish.png" src="/films/fish.mp4"></video>\n\n<audio><source src='../films/fish.ogg'></audio>`,
    },
  );
});

test('letters stay raw or percent-encoded, as they were', () => {
  check(
    `--- /home.md
[a](/über/größe) [b](/%C3%BCber/gr%C3%B6%C3%9Fe)
--- /über/größe.md
Text.`,
    { 'über/größe.md': 'über/länge.md' },
    { 'home.md': '[a](/über/länge) [b](/%C3%BCber/l%C3%A4nge)' },
  );
});

test('pages that change places change their links too', () => {
  check(
    `--- /home.md
[a](/fish) [b](/water)
--- /fish.md
[b](/water)
--- /water.md
[a](/fish) [self](/water#x)`,
    { 'fish.md': 'water.md', 'water.md': 'fish.md' },
    { 'home.md': '[a](/water) [b](/fish)', 'fish.md': '[b](/fish)', 'water.md': '[a](/water) [self](/fish#x)' },
  );
});

test('a page that moves into its own folder, and one whose name changes only in case', () => {
  const fixture = '--- /home.md\n[a](/care) [b](/care/water)\n--- /care.md\n[b](water)\n--- /care/water.md\nText.';
  check(
    fixture,
    { 'care.md': 'care/care.md' },
    { 'home.md': '[a](/care/care) [b](/care/water)', 'care.md': '[b](/care/water)' },
  );
  check(fixture, { 'care.md': 'Care.md' }, { 'home.md': '[a](/Care) [b](/care/water)', 'care.md': '[b](/care/water)' });
});

test('another locale is named in links where they need it', () => {
  const fixture = '--- /home.md\n[a](/fish) [b](fish)\n--- /fish.md\n[h](/home) [c](/fish#x)';
  check(
    fixture,
    { 'fish.md': 'fr/fish.md' },
    { 'home.md': '[a](/fr/fish) [b](/fr/fish)', 'fish.md': '[h](/home) [c](/fr/fish#x)' },
  );
  check(
    `--- /.aux-wiki.yml\nsite: { namespacing: true }\n${fixture}`,
    { 'fish.md': 'fr/fish.md' },
    { 'home.md': '[a](/fr/fish) [b](/fr/fish)', 'fish.md': '[h](/en/home) [c](/fish#x)' },
  );
});

test('of two files that are one page, links follow the one that the site shows', () => {
  const fixture = '--- /home.md\n[a](/fish)\n--- /fish.html\n<p>Text.</p>\n--- /fish.md\nText.';
  check(fixture, { 'fish.md': 'carp.md' }, { 'home.md': '[a](/carp)' });
  check(fixture, { 'fish.html': 'carp.html' }, {});
});

test('a page that Wiki.js refuses is meant by links that name it', () => {
  check(
    '--- /home.md\n[a](/my%20fish)\n--- /my fish.md\nText.',
    { 'my fish.md': 'fish.md' },
    { 'home.md': '[a](/fish)' },
  );
});

test('line endings and every other byte stay', () => {
  const { wiki, fixture } = createWiki('--- /home.md\n# 🐡\r\n\r\n[a](/fish)\r\n\r\nlast\n--- /fish.md\nText.');
  const steps = changesForMoves(wiki, new Map([['fish.md', 'carp.md']]));
  const text = fixture.files.get('home.md') ?? '';
  assert.equal(applyChanges(text, 'home.md', { steps }), text.replace('/fish', '/carp'));
});

test('a move reads no text, and looks only at the pages that it affects', () => {
  const linking = Array.from({ length: 50 }, (_, index) => `--- /linking/page-${index}.md\n[a](/fish) [b](/linking)\n`);
  const others = Array.from({ length: 200 }, (_, index) => `--- /others/page-${index}.md\n[a](/home) [b](/home)\n`);
  const { wiki } = createWiki(`--- /fish.md\n[a](/home)\n${linking.join('')}${others.join('')}`);
  const before = { ...wiki.counters };
  assert.equal(changesForMoves(wiki, new Map([['fish.md', 'carp.md']])).length, 50);
  assert.equal(wiki.counters.analyzed, before.analyzed);
  assert.ok(wiki.counters.resolved - before.resolved <= 2 * 51);
});
