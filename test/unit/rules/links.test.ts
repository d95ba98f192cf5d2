import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFixture } from '../../support/fixture.ts';
import { check, checkFix, fixTitles, indexOf, problemsOf } from '../../support/problems.ts';

function checkMessages(fixture: string, expected: readonly string[]): void {
  const found = problemsOf(indexOf(parseFixture(fixture).files)).filter(({ problem }) =>
    problem.code.startsWith('link/'),
  );
  assert.deepEqual(
    found.map(({ problem }) => problem.message),
    expected,
  );
}

const water = '--- /care/water.md\n# Water\n\n## Flow\n';

test('a link to a page is silent in every form that Wiki.js calls valid', () => {
  check(
    `--- /home.md
[a](/care/water) [b](care/water) [c](/care/water/) [d](/care/water?x=1) [e](/en/care/water) [f](/care%2Fwater)
<a href="/care/water">g</a> [h][r] [j](/)

[r]: /care/water
${water}`,
    [],
  );
});

test('what is no link to a page is silent', () => {
  check(
    `--- /home.md
[a](#) [b](#top) [c](/t/tag) [d](/e/en/home) [e](mailto:a@b.org) [f](tel:+49) [g](https://example.org/x) [](){#h}
<a name="x">i</a> [j](//example.org/x) [k](ftp://example.org) <https://example.org> a@example.org [l](#x) [m](/i/130)
[n](/_assets/svg/a.svg) [o](/favicon.ico) [p](/logo.png) [q](/a) [r](#x:~:text=water) [s](#discussion)`,
    [],
  );
});

test('a missing page is reported at its href, in every form', () => {
  check(
    `--- /home.md
[a](/no "t") [b](</no>) <a class="x" href="/no">c</a> [d][r] ![x](/x) [r]

[r]: /no`,
    [
      "home.md:1 link/missing-page '/no'",
      "home.md:1 link/missing-page '/no'",
      "home.md:1 link/missing-page '/no'",
      "home.md:1 link/missing-page '[d][r]'",
      "home.md:1 link/missing-page '[r]'",
    ],
  );
});

test('a file that is not imported is no page, and the problem says so', () => {
  check('--- /home.md\n[a](/fish)\n--- /fish.md\n---\ntitle: 2024\n---\n\nText.', [
    "home.md:1 link/missing-page '/fish'",
    "fish.md:2 frontmatter/title-type '2024'",
  ]);
  assert.deepEqual(
    fixTitles('--- /home.md\n[a](/fish)\n--- /fish.md\n---\ntitle: 2024\n---\n\nText.', 'link/missing-page'),
    ['Remove the link, keep its text'],
  );
});

test("Wiki.js's own routes are shown as broken, and work", () => {
  check('--- /home.md\n[a](/login)', ["home.md:1 link/missing-page (information) '/login'"]);
});

test('a page that is missing is created, where Wiki.js can have it', () => {
  assert.deepEqual(fixTitles('--- /home.md\n[a](/care/getting-started)', 'link/missing-page'), [
    'Create the page /care/getting-started',
    'Remove the link, keep its text',
  ]);
  for (const href of ['/a%20b', '/img/x', '/a*b', '/[x]', '/en'])
    assert.deepEqual(fixTitles(`--- /home.md\n[a](${href})`, 'link/missing-page'), ['Remove the link, keep its text']);
});

test('the created page has frontmatter and a heading', () => {
  checkFix('--- /home.md\n[a](/care/getting-started)', 'link/missing-page', undefined, {
    'care/getting-started.md': `---
title: Getting started
description: ${''}
published: true
date: 2026-11-22T10:20:30.400Z
tags: ${''}
editor: markdown
dateCreated: 2026-11-22T10:20:30.400Z
---

# Getting started
`,
  });
});

test('a page of another locale is created in its folder', () => {
  const namespacing = '--- /.aux-wiki.yml\nsite: { namespacing: true }\n';
  assert.deepEqual(
    fixTitles(`${namespacing}--- /de/home.md\n[a](/pflege)`, 'link/missing-page')[0],
    'Create the page /de/pflege',
  );
});

test('did you mean: near by path, by last segment, by title', () => {
  const pages = `${water}--- /care/feeding-and-food.md\n---\ntitle: What they eat\n---\n\nWorms.\n`;
  const meant = (link: string) =>
    fixTitles(`--- /home.md\n${link}\n${pages}`, 'link/missing-page').filter((title) => title.startsWith('Link'));
  assert.deepEqual(meant('[x](/care/watr)'), ['Link to /care/water (water)']);
  assert.deepEqual(meant('[x](/old/place/water)'), ['Link to /care/water (water)']);
  assert.deepEqual(meant('[x](/what-they-eat)'), ['Link to /care/feeding-and-food (What they eat)']);
  assert.deepEqual(meant('[What they eat](/zzzzzzz)'), ['Link to /care/feeding-and-food (What they eat)']);
  assert.deepEqual(meant('[x](/zzzzzzz)'), []);
});

test('a relative link that was meant from the root', () => {
  check(`--- /news/old/one.md\n[x](care/water)\n${water}`, ["news/old/one.md:1 link/missing-page 'care/water'"]);
  const title = 'Link to /care/water (water)';
  assert.equal(fixTitles(`--- /news/old/one.md\n[x](care/water)\n${water}`, 'link/missing-page')[1], title);
});

test('a link is removed and its text stays', () => {
  const removed = (link: string, text: string) =>
    checkFix(`--- /home.md\nSee ${link}.`, 'link/missing-page', 'Remove the link, keep its text', {
      'home.md': `See ${text}.`,
    });
  removed('[the *flow* of `]` ![i](/_assets/x.png)](/no "t")', 'the *flow* of `]` ![i](/_assets/x.png)');
  removed('[a [b] c](</no>)', 'a [b] c');
  removed('<a class="x>" href="/no">a <b>c</b></a>', 'a <b>c</b>');
  checkFix('--- /home.md\nSee [a \\] b][r].\n\n[r]: /no', 'link/missing-page', 'Remove the link, keep its text', {
    'home.md': 'See a \\] b.\n\n[r]: /no',
  });
});

test('a link with the extension of a page that is missing is a link to that page', () => {
  check('--- /home.md\n[a](/no.md) [b](../no.md)', [
    "home.md:1 link/missing-page '/no.md'",
    "home.md:1 link/missing-page '../no.md'",
  ]);
});

test('letter case', () => {
  check(`--- /home.md\n[a](/Care/Water#flow)\n${water}`, ["home.md:1 link/case '/Care/Water#flow'"]);
  checkFix(`--- /home.md\n[a](/Care/Water#flow)\n${water}`, 'link/case', undefined, {
    'home.md': '[a](/care/water#flow)\n',
  });
});

test('a relative link that works in the folder only', () => {
  check(`--- /care/tank.md\n[a](water?x=1#flow)\n${water}`, ["care/tank.md:1 link/sibling 'water?x=1#flow'"]);
  checkFix(`--- /care/tank.md\n[a](water?x=1#flow)\n${water}`, 'link/sibling', undefined, {
    'care/tank.md': '[a](/care/water?x=1#flow)\n',
  });
  check(`--- /care/tank.md\n[a](care/water)\n${water}`, ["care/tank.md:1 link/missing-page 'care/water'"]);
  check(`--- /care.md\n[a](water)\n${water}`, []);
});

test('where a relative link leads instead: below its page, or above it', () => {
  checkMessages(`--- /care/tank.md\n[a](water) [b](../water)\n${water}`, [
    'On the site this leads to /care/tank/water, below its own page, which does not exist. The page beside it is /care/water.',
    'On the site this leads to /water, which does not exist. The page beside it is /care/water.',
  ]);
});

test('a page in another locale', () => {
  const start = '--- /de/home.md\nHallo.\n';
  check(`--- /home.md\n[a](/pflege)\n--- /de/pflege.md\nKühl.\n${start}`, ["home.md:1 link/wrong-locale '/pflege'"]);
  checkFix(`--- /home.md\n[a](/pflege#x)\n--- /de/pflege.md\n# X\n${start}`, 'link/wrong-locale', undefined, {
    'home.md': '[a](/de/pflege#x)\n',
  });
});

test('with namespacing a link leads to the locale of its page', () => {
  const wiki =
    '--- /.aux-wiki.yml\nsite: { namespacing: true }\n--- /home.md\nHello.\n--- /care.md\nCare.\n--- /de/home.md\n';
  check(`${wiki}[a](/care)`, ["de/home.md:1 link/wrong-locale '/care'"]);
  checkFix(`${wiki}[a](/care)`, 'link/wrong-locale', undefined, { 'de/home.md': '[a](/en/care)' });
});

test('anchors: ids of headings, of elements and of footnotes are found, percent-encoded or not', () => {
  check(
    `--- /home.md
[a](#flow) [b](#gr%C3%B6%C3%9Fe) [c](#größe) [d](#own) [e](#fn1) [f](/care/water#flow) [h](#e) x[^1]

# Flow
## Größe
## Custom {#own}
<span id="e"></span>

[^1]: Note.
${water}`,
    [],
  );
});

test('anchors that are not there', () => {
  check(`--- /home.md\n[a](#Flow) [b](/care/water#folw) [c](/care/water.md#x)\n\n# Flow\n${water}`, [
    "home.md:1 link/missing-anchor '#Flow'",
    "home.md:1 link/missing-anchor '/care/water#folw'",
    "home.md:1 link/missing-anchor '/care/water.md#x'",
  ]);
  checkFix(`--- /home.md\n[b](/care/water?x#folw)\n${water}`, 'link/missing-anchor', undefined, {
    'home.md': '[b](/care/water?x#flow)\n',
  });
});

test('anchors into pages that are not imported or not analysed are not checked', () => {
  check('--- /home.md\n[a](/doc#x)\n--- /doc.adoc\n= Doc\n', []);
  check('--- /home.md\n[a](/fish#y)\n--- /fish.md\n---\ntags: [a]\n---\n\nText.', [
    "home.md:1 link/missing-page '/fish#y'",
    "fish.md:2 frontmatter/tags-type '[a]'",
  ]);
});

test('an id that the sanitiser deletes: the heading gets another, and the link follows', () => {
  const wiki = '--- /home.md\n[a](/list#links)\n--- /list.md\n## Links ##\n\nText.';
  check(wiki, ["home.md:1 link/missing-anchor '/list#links'", "list.md:1 heading/lost-id 'Links'"]);
  checkFix(wiki, 'link/missing-anchor', undefined, {
    'home.md': '[a](/list#links-section)\n',
    'list.md': '## Links {#links-section} ##\n\nText.',
  });
});

test('files: letter case counts, queries do not, percent-encoding is decoded', () => {
  check(
    '--- /home.md\n[a](/files/a%20b.pdf?x=1) [b](/files/A.pdf) [c](files/c.pdf)\n--- /files/a b.pdf\nx\n--- /files/c.pdf\nx',
    ["home.md:1 link/missing-asset '/files/A.pdf'"],
  );
});

test('a link to a file that is missing: the nearest, the scheme that was forgotten', () => {
  const first = (wiki: string) => fixTitles(wiki, 'link/missing-asset')[0];
  assert.equal(first('--- /home.md\n[a](/old/b.pdf)\n--- /files/b.pdf\nx'), 'Link to /files/b.pdf');
  assert.equal(first('--- /home.md\n[a](example.org/x)'), 'Link to https://example.org/x');
});

test('a link that names a file with dots is told the address of its page', () => {
  checkMessages('--- /home.md\n[a](/releases/v1.2) [b](releases/v1.2.md)\n--- /releases/v1.2.md\nText.', [
    'This leads nowhere: Wiki.js drops the dots from the paths of pages, and the page is /releases/v12.',
    'This leads nowhere: Wiki.js drops the dots from the paths of pages, and the page is /releases/v12.',
  ]);
  checkFix('--- /home.md\n[b](releases/v1.2.md#x)\n--- /releases/v1.2.md\n# X', 'link/dotted', undefined, {
    'home.md': '[b](/releases/v12#x)\n',
  });
});

test('an extension is information, and the fix keeps query and fragment as they are written', () => {
  check(`--- /home.md\n[a](/care/water.md#flow)\n${water}`, [
    "home.md:1 link/extension (information) '/care/water.md#flow'",
  ]);
  checkFix(`--- /care/tank.md\n[a](<water.md?a=1#flow> "t")\n${water}`, 'link/extension', undefined, {
    'care/tank.md': '[a](</care/water?a=1#flow> "t")\n',
  });
});

test('full URLs of the wiki itself', () => {
  const site = '--- /.aux-wiki.yml\nsite: { host: https://pond.example.org }\n--- /home.md\n';
  check(
    `${site}[a](https://pond.example.org/care/water) [b](http://Pond.example.org/care/water) https://pond.example.org/care/water\n${water}`,
    [
      "home.md:1 link/own-host (information) 'https://pond.example.org/care/water'",
      "home.md:1 link/own-host (information) 'http://Pond.example.org/care/water'",
      "home.md:1 link/own-host (information) 'https://pond.example.org/care/water'",
    ],
  );
  check(
    `${site}[a](https://pond.example.org.evil.net/x) [b](https://example.org/pond.example.org/) [c](http://pond.example.org/no)`,
    [],
  );
  check(`${site}[a](https://pond.example.org/no)`, ["home.md:1 link/missing-page 'https://pond.example.org/no'"]);
  checkFix(`${site}https://pond.example.org/care/water and more\n${water}`, 'link/own-host', undefined, {
    'home.md': '[water](/care/water) and more\n',
  });
});

test('a definition is changed once for all its uses', () => {
  checkFix(`--- /care/tank.md\n[a][r] and [b][r]\n\n[r]: <water> "t"\n${water}`, 'link/sibling', undefined, {
    'care/tank.md': '[a][r] and [b][r]\n\n[r]: </care/water> "t"\n',
  });
});

test('placeholders in templates are information', () => {
  check('--- /wiki-templates/x.md\n[a]([FILL_IN]) [b](/REPLACE_ME) [c](/no)\n--- /home.md\n[a]([FILL_IN])', [
    "wiki-templates/x.md:1 link/missing-page (information) '[FILL_IN]'",
    "wiki-templates/x.md:1 link/missing-page (information) '/REPLACE_ME'",
    "wiki-templates/x.md:1 link/missing-page '/no'",
    "home.md:1 link/placeholder '[FILL_IN]'",
  ]);
});

test('a folder without a page of its own', () => {
  const fixture = `--- /home.md\n[a](/care) [b](/care/) [c](/caree) [d](/care.md)\n${water}`;
  check(fixture, [
    "home.md:1 link/folder-without-page '/care'",
    "home.md:1 link/folder-without-page '/care/'",
    "home.md:1 link/missing-page '/caree'",
    "home.md:1 link/folder-without-page '/care.md'",
  ]);
  assert.deepEqual(fixTitles(fixture, 'link/folder-without-page'), [
    'Create the page /care',
    'Remove the link, keep its text',
  ]);
  assert.deepEqual(fixTitles('--- /home.md\n[a](/care)\n--- /care/index.md\n# Care\n', 'link/folder-without-page'), [
    'Create the page /care',
    'Link to /care/index (index)',
    'Remove the link, keep its text',
  ]);
  check('--- /home.md\n[a](/care)\n--- /care/water.md\n---\ntitle: 1\n---\n\nNot imported.\n', [
    "home.md:1 link/missing-page '/care'",
    "care/water.md:2 frontmatter/title-type '1'",
  ]);
});

test('a page that readers are not let in to', () => {
  const hidden = '--- /hidden.md\n---\ntitle: H\nisPublished: false\n---\n\nNot yet.\n';
  check(`--- /home.md\n[a](/hidden) [b](/hidden#no)\n${hidden}`, [
    "home.md:1 link/unpublished-target (information) '/hidden'",
    "home.md:1 link/missing-anchor '/hidden#no'",
  ]);
  check('--- /home.md\n[a](/shown)\n--- /shown.md\n---\ntitle: H\npublished: true\n---\n\nNow.\n', []);
  check('--- /home.md\n[a](/draft)\n--- /draft.md\n---\ntitle: H\npublished: false\n---\n\nNow.\n', [
    "draft.md:3 frontmatter/published-ignored (information) 'false'",
  ]);
});

test('a link without an address', () => {
  check('--- /home.md\n[Water]() [b](<>) <a href="">c</a> <a name="d">d</a> [](){#e} [f](#)\n', [
    "home.md:1 link/empty '[Water]()'",
    "home.md:1 link/empty '[b](<>)'",
    'home.md:1 link/empty \'<a href="">c</a>\'',
  ]);
  checkFix(`--- /home.md\n[Water]()\n${water.replace('#', '---\ntitle: Water\n---\n\n#')}`, 'link/empty', undefined, {
    'home.md': '[Water](/care/water)\n',
  });
  checkFix('--- /home.md\nA [*b*](<>).\n', 'link/empty', undefined, { 'home.md': 'A *b*.\n' });
});

test('dots: a page under the name of its file, and links that only the browser understands', () => {
  const version = '--- /releases/v12.md\n# V\n\n<a id="a.b"></a>\n';
  check(
    `--- /home.md\n[a](/releases/v1.2) [b](./releases/v12) [c](/releases/v12#a.b) [d](/releases/v12?x=1.5)\n${version}`,
    [
      "home.md:1 link/dotted '/releases/v1.2'",
      "home.md:1 link/dotted (information) './releases/v12'",
      "home.md:1 link/dotted (information) '/releases/v12#a.b'",
      "home.md:1 link/dotted (information) '/releases/v12?x=1.5'",
    ],
  );
  checkFix(`--- /home.md\n[b](./releases/v12)\n${version}`, 'link/dotted', undefined, {
    'home.md': '[b](/releases/v12)\n',
  });
  checkFix(`--- /home.md\n[b](/releases/v12#a.b)\n${version}`, 'link/dotted', undefined, {
    'home.md': '[b](/releases/v12#a%2Eb)\n',
  });
  check(`--- /home.md\n[b](/releases/v12#a%2Eb)\n${version}`, []);
  check(
    `--- /.aux-wiki.yml\nsite: { host: "https://pond.example.org" }\n--- /home.md\n<https://pond.example.org/home>\n`,
    ["home.md:1 link/own-host (information) 'https://pond.example.org/home'"],
  );
});
