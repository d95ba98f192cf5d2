import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkFix, fixTitles } from '../../support/problems.ts';

/** A page of these lines. */
const page = (...lines: string[]) => `--- /page.md\n${lines.join('\n')}\n`;

test('skipped level: a heading that the table of contents leaves out', () => {
  check(page('# A', '### B', '## C', '### D'), ["page.md:2 heading/skipped-level '### B'"]);
  check(page('### A', '### B', '## C', '#### D'), [
    "page.md:1 heading/skipped-level '### A'",
    "page.md:4 heading/skipped-level '#### D'",
  ]);
  check(page('## A', '# B'), ["page.md:1 heading/skipped-level '## A'"]);
  check(page('A', '---', '# B'), ["page.md:1 heading/skipped-level 'A\n---'"]);
  check(page('> # A', '', '- 🐟', '', '  #### B'), ["page.md:5 heading/skipped-level '#### B'"]);
  check(page('# A', '<h3 class="x">B</h3>'), ['page.md:2 heading/skipped-level \'<h3 class="x">B</h3>\'']);
  check('--- /page.html\n<h1>A</h1>\n<h3>B</h3>\n', ["page.html:2 heading/skipped-level '<h3>B</h3>'"]);
});

test('skipped level: what the site would not show either is told of as information', () => {
  check(page('# A', '## B', '#### C'), ["page.md:3 heading/skipped-level (information) '#### C'"]);
});

test('skipped level: silent where nothing is left out', () => {
  check(page('## A', '### B', '#### C', '## D'), []);
  check(page('# A', '## B', '# C', '## D', '### E', '## F'), []);
  check(page('Text.', '', '    ### code', '', '```', '### code', '```', '', '`### code`'), []);
});

test('skipped level: what stands in a tab cannot but skip the level of its tab', () => {
  check(page('# A', '## B {.tabset}', '### C', '#### D', '### E', '', 'e'), []);
});

test('skipped level: the fix writes the level at which it is in the table', () => {
  checkFix(page('# A\r', '#### B ####\r'), 'heading/skipped-level', undefined, { 'page.md': '# A\r\n## B ####\r\n' });
  checkFix(page('# A', '', '> ### 🐟', '> #### B', '', '### C', '## D'), 'heading/skipped-level', undefined, {
    'page.md': '# A\n\n> ## 🐟\n> ### B\n\n## C\n## D\n',
  });
  checkFix(page('# A', '#### B', '### C'), 'heading/skipped-level', undefined, { 'page.md': '# A\n## B\n## C\n' });
});

test('lost id: the sanitiser deletes it, or there is nothing to make it of', () => {
  check(page('## Links', '', '> - ### Title', '', 'Plugins', '-------'), [
    "page.md:1 heading/lost-id 'Links'",
    "page.md:3 heading/lost-id 'Title'",
    "page.md:5 heading/lost-id 'Plugins'",
  ]);
  check(page('## X {#images}', '## ???'), [
    "page.md:1 heading/lost-id 'X'",
    "page.md:2 heading/lost-id (information) '???'",
  ]);
  check(page('## &nbsp;', '##'), []);
  check(page('## Links {#my-links}', '## My links', '##', '## URL schemes'), []);
});

test('lost id: silent where the site has no sanitiser', () => {
  check(`${page('## Links')}--- /.aux-wiki.yml\nrendering:\n  htmlSecurity: { safeHTML: false }\n`, []);
});

test('lost id: the fix gives an id that nothing has yet, in the braces that are there', () => {
  const mend = (before: string[], after: string[]) =>
    checkFix(page(...before), 'heading/lost-id', undefined, { 'page.md': `${after.join('\n')}\n` });
  mend(['## Links'], ['## Links {#links-section}']);
  mend(['## Links ##\r'], ['## Links {#links-section} ##\r']);
  mend(['Links', '-----'], ['Links {#links-section}', '-----']);
  mend(['## Links {.x}'], ['## Links {#links-section .x}']);
  mend(['## A {#links}'], ['## A {#links-section}']);
  mend(['## Links', '## Links section'], ['## Links {#links-section-2}', '## Links section']);
  mend(['## Links', '## Links'], ['## Links {#links-section}', '## Links {#links-1}']);
});

test('duplicate: two headings of one text in one section, or an id in braces that is taken', () => {
  check(page('## A', '## B', '## A'), ["page.md:3 heading/duplicate (information) 'A'"]);
  check(page('## Flow', '## B {#flow}'), ["page.md:2 heading/duplicate 'B'"]);
  check(page('# A', '## B', '# C', '## B', '### D', '## E', '### D'), []);
  check(page('## A {#a-1}', '## A', '## 2nd {#2nd}'), []);
  check(page('## A {.tabset}', '### B', '#### C', '### D', '#### C'), []);
});

test('duplicate: the fix writes the id that the heading has anyway', () => {
  checkFix(page('## A', '## A'), 'heading/duplicate', undefined, { 'page.md': '## A\n## A {#a-1}\n' });
  checkFix(page('## A', '## B {#a .x}'), 'heading/duplicate', undefined, { 'page.md': '## A\n## B {#a-1 .x}\n' });
});

test('braces eaten: in headings', () => {
  check(page('## mkOption { type }', '## GET /users/{id}', '## x \\{ a }', '| 🐟 |', '|---|', '## a {b}'), [
    "page.md:1 heading/braces-eaten '{ type }'",
    "page.md:2 heading/braces-eaten '{id}'",
    "page.md:3 heading/braces-eaten '{ a }'",
    "page.md:6 heading/braces-eaten '{b}'",
  ]);
  check(page('## A {.b}', '## C {#d}', '## E `{ f }`', '## {g} h', '## I {{ j }}', '## K {#2}'), []);
  checkFix(page('## mkOption { type } ##'), 'heading/braces-eaten', undefined, {
    'page.md': '## mkOption `{ type }` ##\n',
  });
});

test('braces eaten: in text, at the end of a block and right behind what takes attributes', () => {
  check(page('🐟 takes { a, b }', '', '- **x**{y} z', '', '| a |', '|---|', '| {c} |', '', '> `d`{e}', '> f'), [
    "page.md:1 syntax/braces-eaten '{ a, b }'",
    "page.md:3 syntax/braces-eaten '{y}'",
    "page.md:7 syntax/braces-eaten '{c}'",
    "page.md:9 syntax/braces-eaten '{e}'",
  ]);
  check(
    page('{ a } is a set.', '', 'So is { b }.', '', '`{ c }`', '', '{{ d }}', '', '    { e }', '', '$x_{f}$ g'),
    [],
  );
  checkFix(page('> a', '{is warning}'), 'syntax/braces-eaten', undefined, { 'page.md': '> a\n{.is-warning}\n' });
  checkFix(page('takes { a }'), 'syntax/braces-eaten', undefined, { 'page.md': 'takes `{ a }`\n' });
});

test('braces eaten: those that end a formula that ends its block, which is then no formula', () => {
  check(page('It is $x_{i}$', '', '- $\\frac{a}{b}$', '', '## 🐟 $y^{2}$', '', 'and $z_{j}$.'), [
    "page.md:1 syntax/braces-eaten '{i}'",
    "page.md:3 syntax/braces-eaten '{b}'",
    "page.md:5 heading/braces-eaten '{2}'",
  ]);
  checkFix(page('- $\\frac{a}{b}$'), 'syntax/braces-eaten', undefined, { 'page.md': '- $\\frac{a}{b}$<!---->\n' });
});

test('frontmatter that Wiki.js does not read is told of as that, not as headings', () => {
  check(page('---', 'title: a: b', 'tags: x', '---', '', 'Text.'), ["page.md:2 frontmatter/unreadable 'a: b'"]);
});

test('only Markdown headings get ids by a fix', () => {
  check(page('<h2>Links</h2>'), ["page.md:1 heading/lost-id 'Links'"]);
  assert.deepEqual(fixTitles(page('<h2>Links</h2>'), 'heading/lost-id'), []);
});
