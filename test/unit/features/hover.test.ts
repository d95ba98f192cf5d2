import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { hover } from '../../../server/src/features/hover.ts';
import { featureInput, notCancelled } from '../../support/feature.ts';

const others = `
--- /community/sigs.md
---
title: Groups *and* more
description: Who does what
tags: people, sigs
---
# Groups

Every group has *one* [room](/room), and meets
each week. :fish:

![map](/x.png)

## How to join

Ask in the room.
--- /draft.md
---
tags: people
isPublished: false
---
Soon.
--- /held.md
---
published: false
---
Soon.
--- /plain.html
<!--
title: Plain
-->
<p>Raw <b>text</b></p>
--- /friend.md
[to](/community/sigs) and [again](/community/sigs)
--- /refused.md
---
title: 2024
---
x
--- /Case.md
# Case
--- /x.png
image
`;

/** The hover contains each of these texts. */
function check(line: string, ...expected: string[]): void {
  test(JSON.stringify(line), async () => {
    const { context, position } = featureInput(`--- /page.md\n${line}${others}`);
    const found = await hover(context, position, notCancelled);
    const text = found && typeof found.contents === 'object' && 'value' in found.contents ? found.contents.value : '';
    for (const part of expected)
      assert.ok(text.includes(part), `${JSON.stringify(part)} is not in ${JSON.stringify(text)}`);
    if (expected.length === 0) assert.equal(found, undefined);
  });
}

describe('a link', () => {
  check('[a](/community/si█gs)', '**Groups \\*and\\* more**', '`/community/sigs`', 'Who does what');
  check(
    '[a](/community/si█gs)',
    '> Every group has one room, and meets each week. 🐟\n',
    'Published · 2 pages link here · `people` `sigs`',
  );
  check('[a](/community/sigs#how-to-jo█in)', '**How to join**', '> Ask in the room.');
  check('[a](/dra█ft)', '**Not published** · 1 page links here · `people`');
  check('[a](/he█ld)', 'Published, since Wiki.js ignores `published` on import');
  check('[a](/pl█ain)', '**Plain**', '> Raw text');
  check('[a](/refu█sed)', '**No page** at `/refused`', "Wiki.js does not import `refused.md`: 'title' must be text");
  check('[a](/community/sigs#no█ne)', 'There is no heading or element `#none`');
  check('[a](/nowh█ere)', '**No page** at `/nowhere`');
  check('[a](/ca█se)', 'There is `/Case`');
  check('[a](si█gs)', 'No page** at `/page/sigs`', 'looks for it below this page: `/page/sigs`');
  check('[a](/community/sigs.m█d)', 'contains a dot', 'drops the extension');
  check('[a](./community/si█gs)', 'It contains a dot', 'beside this page');
  const settings = (site: string) => `\n--- /.aux-wiki.yml\nsite: { ${site} }`;
  check(
    `[a](https://w.example/community/si█gs)${settings('host: "https://w.example"')}`,
    '**Groups',
    'Wiki.js takes its own host away: `/community/sigs` is left',
  );
  check(
    `[a](/community/si█gs)${settings('namespacing: true')}`,
    '**Groups',
    "puts the page's locale before it: `/en/community/sigs`",
  );
  check('[a](/x.p█ng)', '[x.png](file:///wiki/x.png) · 6 bytes');
  check('<a href="irc://exa█mple.org">x</a>', 'takes this address away');
  check('[a](/y.p█ng)', '**No file** `y.png`');
  check('[a](https://exam█ple.com)', 'Outside this wiki');
  check('[a](/t/t█ag)', 'A page of Wiki.js itself');
});

describe('other things', () => {
  check('![a](/x.p█ng)', '![](file:///wiki/x.png|width=240)');
  check('# First pa█rt\n[a](#first-part)', '`#first-part`. 1 link does.');
  check('---\ntags: peo█ple\n---\nx', '**people** · 3 pages have this tag', '](file:///wiki/draft.md)');
  check('a[^1█]\n\n[^1]: What it *says*', 'What it \\*says\\*');
  check('[a][b█]\n\n[b]: /held', '`/held`', '**held**');
  check('# Lin█ks', 'No link reaches this heading', '`links`');
  check('---\nti█tle: A\n---\n', 'It must be text');
  check('---\nwei█ght: 1\n---\n', 'neither reads nor writes');
  check('te█xt');
});

describe('an image says how large it is', () => {
  const header = (...bytes: number[]) => Uint8Array.from(bytes);
  const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
  const png = header(137, ...ascii('PNG'), 13, 10, 26, 10, 0, 0, 0, 13, ...ascii('IHDR'), 0, 0, 2, 128, 0, 0, 1, 224);
  const gif = header(...ascii('GIF89a'), 128, 2, 224, 1);
  const svg = header(...ascii('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 480"></svg>'));
  const cases: [name: string, bytes: Uint8Array, expected: string][] = [
    ['x.png', png, `640 × 480 pixels · ${png.length} bytes`],
    ['x.gif', gif, `640 × 480 pixels · ${gif.length} bytes`],
    ['x.svg', svg, `640 × 480 pixels · ${svg.length} bytes`],
    ['x.jpg', new Uint8Array(12_300), 'x.jpg) · 12 kB'],
    ['x.webp', new Uint8Array(2_340_000), 'x.webp) · 2.3 MB'],
  ];
  for (const [name, bytes, expected] of cases)
    test(name, async () => {
      const { context, position } = featureInput(`--- /page.md\n![a](/█${name})\n--- /${name}\nimage\n`);
      const files = { ...context.files, bytesOf: async () => bytes };
      const found = await hover({ ...context, files }, position, notCancelled);
      const text = JSON.stringify(found?.contents);
      assert.ok(text.includes(`![](file:///wiki/${name}|width=240)`), text);
      assert.ok(text.replaceAll('\\', '').includes(expected), text);
    });
});
