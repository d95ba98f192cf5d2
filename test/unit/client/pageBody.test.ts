import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFragment, serialize } from 'parse5';
import { pageBody } from '../../../client/src/preview/pageBody.ts';
import type { PageDescription } from '../../../server/src/protocol.ts';

const strings = {
  skip: 'Skip to the page',
  about: 'About this page',
  contents: 'Page contents',
  tags: 'Tags',
  notices: 'Notices',
  goToLine: (line: number) => `Go to line ${line}`,
  failedImage: 'Image that cannot be loaded',
};
const plain: PageDescription = {
  uri: 'file:///wiki/a/b.md',
  version: 1,
  toc: [],
  title: 'B',
  description: '',
  tags: [],
  locale: 'en',
  path: 'a/b',
  notices: [],
};

/** The body with changes to a plain page, as a browser reads it. */
function body(changes: Partial<PageDescription> = {}): string {
  return serialize(parseFragment(pageBody({ ...plain, ...changes }, strings, '', '<p>Text</p>')));
}

test('every part is there, and hidden where it is empty', () => {
  const html = body();
  for (const part of ['aux-notices', 'aux-side', 'aux-toc', 'aux-tags', 'aux-description']) {
    assert.match(html, new RegExp(`class="${part}"[^>]* hidden=""`));
  }
  assert.match(html, /<h1 class="aux-title" tabindex="-1">B<\/h1>/);
  assert.match(html, /<main class="contents" id="aux-contents" tabindex="-1"><p>Text<\/p><\/main>/);
});

test('what is not empty is shown', () => {
  const toc = [{ title: 'One', anchor: '#one', children: [{ title: 'Two', anchor: '#two', children: [] }] }];
  const html = body({
    description: 'About B',
    tags: ['x', 'y'],
    notices: [{ message: 'Not imported', line: undefined }],
    toc,
  });
  assert.doesNotMatch(html, / hidden=/);
  assert.match(html, /<li><a href="#one">One<\/a><ul><li><a href="#two">Two<\/a><\/li><\/ul><\/li>/);
  assert.match(html, /<li>x<\/li><li>y<\/li>/);
});

test('the table of contents has two levels', () => {
  const entry = (title: string, children: PageDescription['toc']) => ({ title, anchor: `#${title}`, children });
  const html = body({ toc: [entry('a', [entry('b', [entry('c', [])])])] });
  assert.match(html, /href="#b"/);
  assert.doesNotMatch(html, /href="#c"/);
});

test('texts of the page stay texts', () => {
  const evil = `"'><img src=x onerror=alert(1)>&lt;`;
  const toc = [{ title: evil, anchor: `#${evil}`, children: [] }];
  const html = body({
    title: evil,
    description: evil,
    tags: [evil],
    notices: [{ message: evil, line: undefined }],
    path: evil,
    locale: evil,
    toc,
  });
  assert.doesNotMatch(html, /<img/);
  assert.equal(html.match(/&lt;img src=x onerror=alert\(1\)&gt;&amp;lt;/g)?.length, 8);
});

test('a notice leads to its place, where it has one and a button works', () => {
  const notices = [
    { message: 'Tags', line: 3 },
    { message: 'Path', line: undefined },
  ];
  const button = / <button type="button" class="aux-place" data-to-line="3">Go to line 4<\/button>/;
  assert.match(body({ notices }), new RegExp(`<li>Tags${button.source}</li><li>Path</li>`));
  const html = pageBody({ ...plain, notices }, { ...strings, goToLine: undefined });
  assert.doesNotMatch(html, /<button/);
});

test('the page says its language and which way it runs, as its locale has it', () => {
  const opening = (locale: string) => /<header class="aux-header"([^>]*)>/.exec(body({ locale }))?.[1];
  assert.equal(opening('de'), ' lang="de"');
  assert.equal(opening('pt-BR'), ' lang="pt-BR"');
  assert.equal(opening('he'), ' lang="he" dir="rtl"');
  assert.equal(opening('AR'), ' lang="AR" dir="rtl"');
  assert.equal(opening('qa'), '', 'a folder of two letters that are no language');
  assert.equal(opening('"><b>'), '');
});

test('the first thing to be focused leads to the page', () => {
  assert.match(body(), /^<div class="aux-page"[^>]*>\s*<a class="aux-skip" href="#aux-contents">Skip to the page<\/a>/);
});
